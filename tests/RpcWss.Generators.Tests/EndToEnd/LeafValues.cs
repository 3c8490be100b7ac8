using System.Collections;
using System.Numerics;
using System.Text;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Values of the types that are written as one element, or as a short array of their own.</summary>
internal static class LeafValues
{
    private static readonly Dictionary<Type, Func<Random, object>> _makers = new()
    {
        [typeof(bool)] = static random => random.Next(2) == 1,
        [typeof(sbyte)] = static random => (sbyte)random.Next(-128, 128),
        [typeof(byte)] = static random => (byte)random.Next(256),
        [typeof(short)] = static random => (short)random.Next(-32768, 32768),
        [typeof(ushort)] = static random => (ushort)random.Next(65536),
        [typeof(int)] = static random => (int)Whole(random),
        [typeof(uint)] = static random => (uint)Whole(random),
        [typeof(long)] = static random => Whole(random),
        [typeof(ulong)] = static random => (ulong)Whole(random),
        [typeof(Int128)] = static random => new Int128((ulong)Whole(random), (ulong)Whole(random)),
        [typeof(UInt128)] = static random => new UInt128((ulong)Whole(random), (ulong)Whole(random)),
        [typeof(Half)] = static random => (Half)random.NextSingle(),
        [typeof(float)] = static random => random.Next(4) switch { 0 => float.NaN, 1 => float.NegativeInfinity, _ => random.NextSingle() },
        [typeof(double)] = static random => random.Next(4) switch { 0 => double.NaN, 1 => -0.0, _ => random.NextDouble() * 1e9 },
        [typeof(decimal)] = static random => new decimal((int)Whole(random), 7, 1, random.Next(2) == 1, (byte)random.Next(29)),
        [typeof(char)] = static random => (char)random.Next(32, 0xD800),
        [typeof(Rune)] = static random => new Rune(random.Next(2) == 1 ? 0x1F600 : random.Next(32, 0xD800)),
        [typeof(string)] = static random => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => new Rune(random.Next(32, 0x2000)))),
        [typeof(byte[])] = static random => Bytes(random),
        [typeof(Memory<byte>)] = static random => new Memory<byte>(Bytes(random)),
        [typeof(ReadOnlyMemory<byte>)] = static random => new ReadOnlyMemory<byte>(Bytes(random)),
        [typeof(ArraySegment<byte>)] = static random => new ArraySegment<byte>(Bytes(random)),
        [typeof(Guid)] = static random => new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        [typeof(DateTime)] = static random => DateTime.UnixEpoch.AddTicks(random.NextInt64(0, 1L << 58)),
        [typeof(DateTimeOffset)] = static random => new DateTimeOffset(2000, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(random.Next(-800, 800))).AddTicks(random.Next()),
        [typeof(TimeSpan)] = static random => new TimeSpan(Whole(random)),
        [typeof(DateOnly)] = static random => DateOnly.FromDayNumber(random.Next(3_000_000)),
        [typeof(TimeOnly)] = static random => new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay)),
        [typeof(Uri)] = static random => new Uri($"https://example.org/{random.Next()}?q=%20", UriKind.Absolute),
        [typeof(Version)] = static random => random.Next(2) == 1 ? new Version(1, random.Next(9)) : new Version(1, 2, 3, random.Next(9)),
        [typeof(BigInteger)] = static random => new BigInteger(Whole(random)) * Whole(random),
        [typeof(Complex)] = static random => new Complex(random.NextDouble(), -random.NextDouble()),
        [typeof(StringBuilder)] = static random => new StringBuilder("built ").Append(random.Next()),
        [typeof(BitArray)] = static random => new BitArray(Bytes(random)),
        [typeof(Index)] = static random => new Index(random.Next(100), random.Next(2) == 1),
        [typeof(Range)] = static random => new Range(random.Next(100), ^random.Next(100)),
    };

    public static bool IsLeaf(Type type) => type.IsEnum || _makers.ContainsKey(type);

    public static object Make(Type type, Random random) => type.IsEnum
        ? Enum.ToObject(type, Make(Enum.GetUnderlyingType(type), random))
        : _makers[type](random);

    public static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[random.Next(6)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Of every length that numbers have on the wire.</summary>
    private static long Whole(Random random) => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
}
