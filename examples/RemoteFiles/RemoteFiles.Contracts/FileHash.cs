using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>A file's content in 32 bytes.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Sha256">The SHA-256; null where the file could not be read.</param>
[MessagePackObject]
public sealed record FileHash([property: Key(0)] string Name, [property: Key(1)] byte[]? Sha256);
