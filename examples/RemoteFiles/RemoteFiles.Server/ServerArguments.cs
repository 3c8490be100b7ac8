namespace RemoteFiles.Server;

/// <summary>What the command line says.</summary>
internal sealed record ServerArguments(string Root, int Port, string Certificate, long MaxUpload)
{
    public const string Usage =
        """
        RemoteFiles.Server --root DIR [--port N] [--certificate FILE] [--max-upload BYTES]

          --root DIR           the directory that clients may see; nothing outside of it
          --port N             where to listen; 0, the default, for any free port
          --certificate FILE   where to write the certificate (never its key) that clients give to --trust; default: remote-files.pem
          --max-upload BYTES   the largest file that clients may upload; default: 17179869184, which is 16 GiB
        """;

    /// <summary>Null where the arguments make no sense.</summary>
    public static ServerArguments? Parse(string[] args)
    {
        string? root = null;
        int port = 0;
        string certificate = "remote-files.pem";
        long maxUpload = 16L << 30;
        for (int index = 0; index < args.Length; index += 2)
        {
            string? value = index + 1 < args.Length ? args[index + 1] : null;
            switch (args[index])
            {
                case "--root" when value is not null:
                    root = value;
                    break;
                case "--port" when int.TryParse(value, out port) && port is >= 0 and <= ushort.MaxValue:
                    break;
                case "--certificate" when value is not null:
                    certificate = value;
                    break;
                case "--max-upload" when long.TryParse(value, out maxUpload) && maxUpload >= 0:
                    break;
                default:
                    return null;
            }
        }

        return root is null ? null : new ServerArguments(root, port, certificate, maxUpload);
    }
}
