using MessagePack;

namespace Quickstart.Contracts;

/// <summary>What is in a text.</summary>
[MessagePackObject]
public sealed record TextReport(
    [property: Key(0)] int Words,
    [property: Key(1)] int DifferentWords,
    [property: Key(2)] int Sentences,
    [property: Key(3)] string LongestWord,
    [property: Key(4)] TimeSpan ReadingTime);
