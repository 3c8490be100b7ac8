using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>An entry of a directory.</summary>
[MessagePackObject]
public sealed record FileEntry(
    [property: Key(0)] string Name,
    [property: Key(1)] FileKind Kind,
    [property: Key(2)] long Length,
    [property: Key(3)] DateTimeOffset Modified);
