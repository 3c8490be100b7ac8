using RemoteFiles.Contracts;

namespace RemoteFiles.Server;

/// <summary>All files below a directory, depth first, in the order of their names; links are left out. Holds one page of names for each level.</summary>
internal sealed class FileWalk
{
    /// <summary>How many directories could not be read.</summary>
    public int Unreadable { get; private set; }

    /// <param name="directory">The directory's full path.</param>
    /// <param name="relative">What clients call it; empty for the root.</param>
    /// <returns>Full and relative paths.</returns>
    public IEnumerable<(string Full, string Relative)> FilesOf(string directory, string relative)
    {
        string? after = null;
        do
        {
            if (TryRead(directory, after) is not { } page)
            {
                yield break;
            }

            foreach (FileEntry entry in page.Entries)
            {
                string full = Path.Join(directory, entry.Name);
                string name = relative.Length == 0 ? entry.Name : $"{relative}/{entry.Name}";
                if (entry.Kind == FileKind.File)
                {
                    yield return (full, name);
                }
                else if (entry.Kind == FileKind.Directory)
                {
                    foreach ((string Full, string Relative) below in FilesOf(full, name))
                    {
                        yield return below;
                    }
                }
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private DirectoryPage? TryRead(string directory, string? after)
    {
        try
        {
            return DirectoryPage.Read(directory, after, DirectoryPage.MaxSize);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Unreadable++;
            return null;
        }
    }
}
