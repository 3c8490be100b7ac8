using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>The hashes of a page of a directory.</summary>
/// <param name="Hashes">One for each file; links and directories have none.</param>
/// <param name="Next">The name to ask for the next page with; null when this was the last one.</param>
[MessagePackObject]
public sealed record HashPage([property: Key(0)] List<FileHash> Hashes, [property: Key(1)] string? Next);
