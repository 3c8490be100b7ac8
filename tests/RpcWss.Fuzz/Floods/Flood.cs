using RpcWss.Conformance.Hostile;
using RpcWss.Fuzz.Contracts;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Floods;

/// <summary>One way of sending more than anybody can want, as fast as the network takes it.</summary>
/// <param name="Name">What is sent.</param>
/// <param name="First">What is sent once, before it.</param>
/// <param name="Next">The next frames of it, for a number that rises.</param>
/// <param name="Repeats">How often those stand in one message.</param>
/// <param name="Reads">Whether the flooder reads what it is told.</param>
/// <param name="IsFragments">Whether it is no frames that are sent but empty fragments of one message.</param>
internal sealed record Flood(string Name, byte[] First, Func<ulong, byte[]> Next, int Repeats, bool Reads = true, bool IsFragments = false)
{
    // What a handler waits for that is to stay.
    private static readonly byte[] _nothing = RawFrames.Arguments();
    private static readonly byte[] _one = RawFrames.Arguments(1);

    public static IReadOnlyList<Flood> All { get; } =
    [
        new("pings", [], RawFrames.Ping, 100),
        new("grants of a byte", [], _ => RawFrames.Credit(0, 1), 2_000),
        new("calls cancelled at once", Named("WaitAsync"), number => [.. RawFrames.Call(IdOf(number), 0, arguments: _nothing), .. RawFrames.Cancel(IdOf(number))], 500),
        new("bad payloads", Named("NextAsync"), number => RawFrames.Call(IdOf(number), 0, arguments: [0xc0]), 500),
        new("chunks of a byte", [.. Named("AnswerAsync"), .. RawFrames.AnnouncedCall(3, 0, 100_000)], _ => RawFrames.Chunk(3, [0]), 2_000),
        new("late frames", Named("NextAsync", RawFrames.Arguments(1)), _ => RawFrames.Cancel(1), 2_000),
        new("unknown frames", [], _ => [0x92, 0x40, 0xc0], 2_000),
        new("streams opened", Named("SumAsync"), number => RawFrames.Call(IdOf(number), 0, arguments: _nothing), 500),
        new("calls of nothing", Named("Nowhere"), number => RawFrames.Call(IdOf(number), 0, arguments: _nothing), 1_000),
        new("calls without reading", Named("NextAsync", _one), number => RawFrames.Call(IdOf(number), 0, arguments: _one), 1_000, Reads: false),
        new("empty fragments", [], _ => [], 1, IsFragments: true),
        new("garbage", [], _ => [0xc1], 1),
    ];

    public static Flood Find(string name) => All.First(flood => flood.Name == name);

    private static ulong IdOf(ulong number) => (2 * number) + 5;

    private static byte[] Named(string method, byte[]? arguments = null) => RawFrames.Call(1, 0, $"{ITarget.WireName}/{method}", arguments: arguments ?? _nothing);
}
