using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>A line that holds the text.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Text">The line, cut to 200 characters.</param>
[MessagePackObject]
public readonly record struct SearchHit([property: Key(0)] string Path, [property: Key(1)] long Line, [property: Key(2)] string Text);
