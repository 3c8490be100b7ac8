using System.Numerics;
using System.Text;
using MessagePack;

namespace RpcWss.Conformance.Contracts;

[MessagePackObject]
internal sealed record Numbers(
    [property: Key(0)] bool Boolean,
    [property: Key(1)] sbyte SByte,
    [property: Key(2)] byte Byte,
    [property: Key(3)] short Int16,
    [property: Key(4)] ushort UInt16,
    [property: Key(5)] int Int32,
    [property: Key(6)] uint UInt32,
    [property: Key(7)] long Int64,
    [property: Key(8)] ulong UInt64,
    [property: Key(9)] float Single,
    [property: Key(10)] double Double,
    [property: Key(11)] Half Half,
    [property: Key(12)] decimal Decimal,
    [property: Key(13)] BigInteger Big);

[MessagePackObject]
internal sealed record Leaves(
    [property: Key(0)] char Char,
    [property: Key(1)] Rune Rune,
    [property: Key(2)] string Text,
    [property: Key(3)] byte[] Bytes,
    [property: Key(4)] Memory<byte> Memory,
    [property: Key(5)] ReadOnlyMemory<byte> ReadOnly,
    [property: Key(6)] ArraySegment<byte> Segment,
    [property: Key(7)] Guid Guid,
    [property: Key(8)] DateTime DateTime,
    [property: Key(9)] DateTimeOffset Offset,
    [property: Key(10)] TimeSpan TimeSpan,
    [property: Key(11)] DateOnly Date,
    [property: Key(12)] TimeOnly Time,
    [property: Key(13)] Uri Uri,
    [property: Key(14)] Version Version,
    [property: Key(15)] Color Color,
    [property: Key(16)] LongColor LongColor);

/// <summary>Everything that may be absent.</summary>
[MessagePackObject]
internal sealed record Absent(
    [property: Key(0)] int? Number,
    [property: Key(1)] string? Text,
    [property: Key(2)] byte[]? Bytes,
    [property: Key(3)] DateTime? Moment,
    [property: Key(4)] Color? Color,
    [property: Key(5)] Coordinate? Coordinate,
    [property: Key(6)] Tree? Tree,
    [property: Key(7)] List<string?>? Words,
    [property: Key(8)] Uri? Uri,
    [property: Key(9)] (int, string)? Tuple);

internal enum Color : byte
{
    Red = 1,
    Blue = 200,
}

internal enum LongColor : long
{
    Infrared = long.MinValue,
    Ultraviolet = long.MaxValue,
}
