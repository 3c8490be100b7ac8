using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>What a search has done.</summary>
/// <param name="Files">How many files it read.</param>
/// <param name="Skipped">How many files and directories it left out: binary ones, and what the server may not read.</param>
/// <param name="Hits">How many lines it found.</param>
[MessagePackObject]
public readonly record struct SearchSummary([property: Key(0)] long Files, [property: Key(1)] long Skipped, [property: Key(2)] long Hits);
