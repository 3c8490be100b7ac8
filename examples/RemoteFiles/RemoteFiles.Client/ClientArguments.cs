namespace RemoteFiles.Client;

/// <summary>What the command line says.</summary>
internal sealed record ClientArguments
{
    public const string Usage =
        """
        RemoteFiles.Client VERB --server wss://HOST:PORT/rpc --trust FILE

          list [DIR] [--recursive]      what is in a directory
          details PATH                  what is known of a file or directory
          hash PATH                     the SHA-256 of a file, or of each file in a directory
          search TEXT [DIR]             the lines that hold a text, in all files below a directory
              [--ignore-case] [--cancel-after N]   capitals do not matter; give up after N hits, as Ctrl+C does
          delete PATH [--yes|--no]      delete a file or an empty directory; the server asks back, and this answers
          download PATH [FILE]          copy a file from the server; go on where it was interrupted
          upload FILE [PATH]            copy a file to the server; go on where it was interrupted
              [--replace] [--limit N]   take the place of a file that is there; N bytes a second, 500K or 4M at most
          follow PATH [--lines N]       the last lines of a file (10), and what is added to it until Ctrl+C
          demo                          most of these, one after another

          --server URI                  where the server listens; it prints that
          --trust FILE                  the certificate that the server wrote
        """;

    public required string Verb { get; init; }

    public List<string> Values { get; } = [];

    public Uri Server { get; private set; } = null!;

    public string? Trust { get; private set; }

    public bool Recursive { get; private set; }

    public bool IgnoreCase { get; private set; }

    /// <summary>After how many hits a search is given up; null for never.</summary>
    public int? CancelAfter { get; private set; }

    /// <summary>Whether a transfer may take the place of a file.</summary>
    public bool Replace { get; private set; }

    /// <summary>How many bytes a second a transfer may take; null for as many as it can.</summary>
    public long? Limit { get; private set; }

    /// <summary>With how many lines to begin following a file.</summary>
    public int Lines { get; private set; } = 10;

    /// <summary>What to answer when the server asks; null to ask the user.</summary>
    public bool? Answer { get; private set; }

    /// <summary>Null where the arguments make no sense.</summary>
    public static ClientArguments? Parse(string[] args)
    {
        if (args is not [string verb, ..] || verb.StartsWith('-'))
        {
            return null;
        }

        var arguments = new ClientArguments { Verb = verb };
        var rest = new Queue<string>(args.Skip(1));
        while (rest.TryDequeue(out string? next))
        {
            if (!arguments.TryTake(next, rest))
            {
                return null;
            }
        }

        return arguments.Server is not null && arguments.HasItsValues() ? arguments : null;
    }

    private bool TryTake(string argument, Queue<string> rest)
    {
        switch (argument)
        {
            case "--server" when rest.TryDequeue(out string? uri) && Uri.TryCreate(uri, UriKind.Absolute, out Uri? server):
                Server = server;
                return true;
            case "--trust" when rest.TryDequeue(out string? file):
                Trust = file;
                return true;
            case "--cancel-after" when rest.TryDequeue(out string? number) && int.TryParse(number, out int hits) && hits > 0:
                CancelAfter = hits;
                return true;
            case "--lines" when rest.TryDequeue(out string? number) && int.TryParse(number, out int lines) && lines >= 0:
                Lines = lines;
                return true;
            case "--limit" when rest.TryDequeue(out string? rate) && TryParseRate(rate, out long limit):
                Limit = limit;
                return true;
            case "--replace":
                return Replace = true;
            case "--recursive":
                return Recursive = true;
            case "--ignore-case":
                return IgnoreCase = true;
            case "--yes" or "--no":
                Answer = argument == "--yes";
                return true;
            default:
                Values.Add(argument);
                return !argument.StartsWith("--", StringComparison.Ordinal);
        }
    }

    private static bool TryParseRate(string text, out long bytes)
    {
        long unit = text is [.., 'K'] ? 1000 : text is [.., 'M'] ? 1_000_000 : 1;
        bool isNumber = long.TryParse(text.TrimEnd('K', 'M'), out long number) && number is > 0 and < 1_000_000_000_000;
        bytes = number * unit;
        return isNumber;
    }

    private bool HasItsValues() => Verb switch
    {
        "list" => Values.Count <= 1,
        "details" or "hash" or "delete" or "follow" => Values.Count == 1,
        "search" or "download" or "upload" => Values.Count is 1 or 2,
        "demo" => Values.Count == 0,
        _ => false,
    };
}
