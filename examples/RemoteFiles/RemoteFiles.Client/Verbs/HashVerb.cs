using RemoteFiles.Contracts;

namespace RemoteFiles.Client.Verbs;

/// <summary>Prints hashes as <c>sha256sum</c> does, so that it can check them: of one file, or of each file in a directory.</summary>
internal static class HashVerb
{
    private const int PageSize = 250;

    public static async Task RunAsync(Session session, string path)
    {
        FileDetails details = await session.Files.GetDetailsAsync(path, session.Cancellation);
        if (details.Kind == FileKind.File)
        {
            Print(await session.Files.HashAsync(path, session.Cancellation), path);
            return;
        }

        // The server hashes the next page while this one is printed.
        Task<HashPage> next = ReadAsync(session, path, null);
        while (await next is { } page)
        {
            Task<HashPage>? following = page.Next is { } after ? ReadAsync(session, path, after) : null;
            foreach (FileHash hash in page.Hashes)
            {
                Print(hash, $"{path.TrimEnd('/')}/{hash.Name}".TrimStart('/'));
            }

            if (following is null)
            {
                return;
            }

            next = following;
        }
    }

    private static Task<HashPage> ReadAsync(Session session, string directory, string? after) =>
        session.Files.HashPageAsync(directory, after, PageSize, session.Cancellation).AsTask();

    private static void Print(FileHash hash, string path)
    {
        if (hash.Sha256 is { } sha256)
        {
            Console.WriteLine($"{Convert.ToHexStringLower(sha256)}  {Printable.Of(path)}");
        }
        else
        {
            Console.Error.WriteLine($"not readable: {Printable.Of(path)}");
        }
    }
}
