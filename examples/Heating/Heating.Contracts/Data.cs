using MessagePack;

namespace Heating.Contracts;

[MessagePackObject]
public sealed record Reading([property: Key(0)] string Room, [property: Key(1)] double Celsius);

[MessagePackObject]
public sealed record Advice([property: Key(0)] bool Heat, [property: Key(1)] string Reason);
