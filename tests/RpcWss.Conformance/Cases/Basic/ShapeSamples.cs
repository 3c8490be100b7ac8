using System.Numerics;
using System.Text;
using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Values of the suite's data types, mostly at their extremes.</summary>
internal static class ShapeSamples
{
    public static IEnumerable<Numbers> Numbers =>
    [
        new(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Half.Zero, 0, 0),
        new(true, sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue,
            float.NaN, double.NegativeInfinity, Half.Epsilon, decimal.MinValue, BigInteger.Pow(2, 4000)),
        new(true, sbyte.MaxValue, 127, short.MaxValue, 256, int.MaxValue, 65_536, long.MaxValue, 1UL << 32,
            float.Epsilon, double.MaxValue, Half.NaN, 0.0000000000000000000000000001m, BigInteger.MinusOne),
    ];

    public static IEnumerable<Leaves> Leaves =>
    [
        new('\0', new Rune('a'), "", [], Memory<byte>.Empty, default, new ArraySegment<byte>([]), Guid.Empty, DateTime.UnixEpoch, DateTimeOffset.UnixEpoch,
            TimeSpan.Zero, DateOnly.MinValue, TimeOnly.MinValue, new Uri("wss://example"), new Version(1, 0), Color.Red, LongColor.Infrared),
        new('\uFFFF', new Rune(0x10FFFF), "tab\t line\n é 漢 🦀 \0", [0, 255], new byte[] { 1 }, new byte[300], new ArraySegment<byte>([1, 2, 3], 1, 1),
            new Guid("00112233-4455-6677-8899-aabbccddeeff"), DateTime.MaxValue.ToUniversalTime(), new DateTimeOffset(2026, 2, 28, 23, 59, 59, TimeSpan.FromHours(-14)),
            TimeSpan.MinValue, DateOnly.MaxValue, TimeOnly.MaxValue, new Uri("relative/path?q=ü#f", UriKind.Relative), new Version(1, 2, 3, 4),
            Color.Blue, LongColor.Ultraviolet),
    ];

    public static Absent Nothing { get; } = new(null, null, null, null, null, null, null, null, null, null);

    public static Absent Something { get; } = new(
        0, "", [], DateTime.UnixEpoch, Color.Red, new Coordinate(1, 2), new Tree("alone", []), [null, "", "word"], new Uri("http://a/"), (0, ""));

    public static Collections Collections { get; } = new(
        [1, -1], [[], ["a", "b"], ["c"]], [long.MaxValue], [1], [2, 2], [3], [], Enumerable.Range(0, 3), ["x", "X"], new HashSet<int> { 5 }, new HashSet<int>());

    public static Dictionaries Dictionaries { get; } = new(
        new() { [""] = 0, ["one"] = 1 },
        new Dictionary<Guid, string> { [new Guid("00112233-4455-6677-8899-aabbccddeeff")] = "guid" },
        new Dictionary<int, List<Coordinate>> { [-3] = [new(1, 1)], [3] = [] },
        new() { [0.5] = true, [double.NaN] = false },
        new() { [Color.Blue] = DateTimeOffset.UnixEpoch });
}
