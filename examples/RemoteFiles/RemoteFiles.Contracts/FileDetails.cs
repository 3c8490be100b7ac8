using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>What is known of a file or directory.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Length">How many bytes a file has; 0 for a directory.</param>
/// <param name="Created">When it was created, as far as the server's file system knows.</param>
/// <param name="Modified">When it was last written.</param>
/// <param name="Mode">Who may do what with it, such as <c>rw-r--r--</c>; null on Windows.</param>
[MessagePackObject]
public sealed record FileDetails(
    [property: Key(0)] string Path,
    [property: Key(1)] FileKind Kind,
    [property: Key(2)] long Length,
    [property: Key(3)] DateTimeOffset Created,
    [property: Key(4)] DateTimeOffset Modified,
    [property: Key(5)] string? Mode);
