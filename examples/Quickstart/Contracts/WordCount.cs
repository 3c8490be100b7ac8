using MessagePack;

namespace Quickstart.Contracts;

/// <summary>A word and how often it occurs.</summary>
[MessagePackObject]
public readonly record struct WordCount([property: Key(0)] string Word, [property: Key(1)] int Count);
