using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>What to look for, and where.</summary>
[MessagePackObject]
public sealed record SearchRequest([property: Key(0)] string Directory, [property: Key(1)] string Text, [property: Key(2)] bool IgnoreCase);
