using Microsoft.Win32.SafeHandles;
using RemoteFiles.Contracts;

namespace RemoteFiles.Server;

/// <summary>
/// A file that grows, as <c>tail -F</c> sees it: when it is cut off, reading goes on from its start; when there is another file by its name, what is left of this one is read and
/// then the other.
/// </summary>
internal sealed class FollowedFile : IDisposable
{
    private const int PartSize = 16 * 1024;

    private readonly Func<string> _path;
    private readonly byte[] _block = new byte[PartSize];
    private SafeFileHandle? _file;
    private long _position;
    private FollowedFrom _from;

    /// <param name="path">The file's full path, checked anew each time.</param>
    /// <param name="lines">With how many of its lines to begin.</param>
    public FollowedFile(Func<string> path, int lines)
    {
        _path = path;
        _file = TryOpen(path());
        _position = _file is null ? 0 : LastLines.FindStart(_file, lines);
    }

    /// <summary>The next part; null when there is nothing new.</summary>
    public async ValueTask<FollowedPart?> ReadAsync(CancellationToken cancellationToken) =>
        await ReadOpenAsync(cancellationToken) ?? (TryReopen() ? await ReadOpenAsync(cancellationToken) : null);

    public void Dispose() => _file?.Dispose();

    // Null where there is nothing to read: opening a pipe or a device, which have no length either, might never return. Writers may hold, rename and delete the file meanwhile.
    private static SafeFileHandle? TryOpen(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > 0 }
                ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous)
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private async ValueTask<FollowedPart?> ReadOpenAsync(CancellationToken cancellationToken)
    {
        if (_file is null)
        {
            return null;
        }

        if (RandomAccess.GetLength(_file) < _position)
        {
            _position = 0;
            _from = FollowedFrom.Truncated;
        }

        int count = await RandomAccess.ReadAsync(_file, _block, _position, cancellationToken);
        if (count == 0)
        {
            return null;
        }

        var part = new FollowedPart(_from, _block[..count]);
        _position += count;
        _from = FollowedFrom.Here;
        return part;
    }

    private bool TryReopen()
    {
        string path = _path();
        if ((_file is not null && IsAt(_file, path)) || TryOpen(path) is not { } file)
        {
            return false;
        }

        _from = _file is null ? FollowedFrom.Here : FollowedFrom.Replaced;
        _file?.Dispose();
        _file = file;
        _position = 0;
        return true;
    }

    // .NET tells no file's number; two files do not agree in all of these. A file that changes while they are compared is looked at again next time.
    private static bool IsAt(SafeFileHandle file, string path)
    {
        var before = Describe(file);
        var there = new FileInfo(path);
        var found = (there.Exists ? there.Length : -1, there.LastWriteTimeUtc, there.CreationTimeUtc);
        return before == found || before != Describe(file);
    }

    private static (long Length, DateTime Modified, DateTime Created) Describe(SafeFileHandle file) =>
        (RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file), File.GetCreationTimeUtc(file));
}
