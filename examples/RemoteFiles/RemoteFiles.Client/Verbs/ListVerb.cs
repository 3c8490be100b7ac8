using RemoteFiles.Contracts;

namespace RemoteFiles.Client.Verbs;

/// <summary>Prints what is in a directory, page after page: no more than a page is ever held, here or there.</summary>
internal static class ListVerb
{
    private const int PageSize = 1000;

    public static async Task RunAsync(Session session, string directory)
    {
        long count = await ListAsync(session, directory);
        Console.WriteLine($"{count} entries");
    }

    private static async Task<long> ListAsync(Session session, string directory)
    {
        long count = 0;
        string? after = null;
        do
        {
            FilePage page = await session.Files.ListAsync(directory, after, PageSize, session.Cancellation);
            foreach (FileEntry entry in page.Entries)
            {
                string path = directory.Length == 0 ? entry.Name : $"{directory.TrimEnd('/')}/{entry.Name}";
                count++;
                Print(entry, path);
                if (session.Arguments.Recursive && entry.Kind == FileKind.Directory)
                {
                    count += await ListAsync(session, path);
                }
            }

            after = page.Next;
        }
        while (after is not null);

        return count;
    }

    private static void Print(FileEntry entry, string path)
    {
        char kind = entry.Kind switch { FileKind.Directory => 'd', FileKind.Link => 'l', _ => '-' };
        Console.WriteLine($"{kind} {entry.Length,14:N0}  {entry.Modified:yyyy-MM-dd HH:mm:ss}  {Printable.Of(path)}");
    }
}
