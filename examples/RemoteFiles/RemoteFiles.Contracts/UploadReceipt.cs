using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>The file is complete and in its place.</summary>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Sha256">The SHA-256 of what the server wrote.</param>
[MessagePackObject]
public sealed record UploadReceipt([property: Key(0)] long Length, [property: Key(1)] byte[] Sha256);
