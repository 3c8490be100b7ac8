using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>The beginning of a file, in 32 bytes: two files that agree on it agree on all of those bytes.</summary>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Sha256">Their SHA-256.</param>
[MessagePackObject]
public sealed record FilePrefix([property: Key(0)] long Length, [property: Key(1)] byte[] Sha256);
