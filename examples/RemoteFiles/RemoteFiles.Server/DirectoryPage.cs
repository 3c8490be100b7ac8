using System.IO.Enumeration;
using RemoteFiles.Contracts;

namespace RemoteFiles.Server;

/// <summary>
/// A page of a directory: the first names after a given one, in ordinal order. Each page reads the directory anew and keeps only its own names, so the memory
/// that it takes depends on the page and not on the directory, and there is nothing to remember between two pages.
/// </summary>
internal sealed class DirectoryPage
{
    public const int MaxSize = 2000;

    private static readonly EnumerationOptions _everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private DirectoryPage(List<FileEntry> entries, string? next)
    {
        Entries = entries;
        Next = next;
    }

    public List<FileEntry> Entries { get; }

    /// <summary>What to read the next page with; null when this is the last one.</summary>
    public string? Next { get; }

    public static DirectoryPage Read(string directory, string? after, int limit)
    {
        int size = Math.Clamp(limit, 1, MaxSize);
        var last = new PriorityQueue<string, string>(_descending);
        foreach (string name in NamesAfter(directory, after))
        {
            last.Enqueue(name, name);
            if (last.Count > size + 1)
            {
                last.Dequeue();
            }
        }

        // One name too many tells that there is a next page.
        bool isLast = last.Count <= size;
        if (!isLast)
        {
            last.Dequeue();
        }

        var names = new string[last.Count];
        for (int index = names.Length - 1; index >= 0; index--)
        {
            names[index] = last.Dequeue();
        }

        return new DirectoryPage([.. names.Select(name => Describe(directory, name)).OfType<FileEntry>()], isLast ? null : names[^1]);
    }

    private static readonly Comparer<string> _descending = Comparer<string>.Create(static (left, right) => string.CompareOrdinal(right, left));

    private static FileSystemEnumerable<string> NamesAfter(string directory, string? after) =>
        new(directory, static (ref FileSystemEntry entry) => entry.FileName.ToString(), _everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => after is null || entry.FileName.CompareTo(after, StringComparison.Ordinal) > 0,
        };

    // Null: it is gone by now.
    private static FileEntry? Describe(string directory, string name)
    {
        var file = new FileInfo(Path.Join(directory, name));
        if (file.LinkTarget is not null)
        {
            return new FileEntry(name, FileKind.Link, 0, file.LastWriteTimeUtc);
        }

        return file.Exists ? new FileEntry(name, FileKind.File, file.Length, file.LastWriteTimeUtc)
            : Directory.Exists(file.FullName) ? new FileEntry(name, FileKind.Directory, 0, file.LastWriteTimeUtc)
            : null;
    }
}
