using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>A page of a directory.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">The name to ask for the next page with; null when this was the last one.</param>
[MessagePackObject]
public sealed record FilePage([property: Key(0)] List<FileEntry> Entries, [property: Key(1)] string? Next);
