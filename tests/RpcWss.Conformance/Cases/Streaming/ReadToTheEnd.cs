using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A consumer that has seen the end holds nothing any more, whether it disposes the stream or not.</summary>
internal sealed class ReadToTheEnd() : PairCase("stream-read-to-its-end-holds-nothing")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        const int Length = 2_000_000;
        Stream bytes = await pair.Proxy<IBytes>().DownloadAsync("bytes", Length);
        byte[] hash = await PatternStream.HashAsync(bytes);
        Check.Same(await ExpectedAsync(), hash, "the hash");
        string[] left = await Settle.UntilEmptyAsync(() => Leaks.Of(pair.Caller));
        Check.That(left.Length == 0, $"nothing is held, but left are: {string.Join("; ", left)}");
        Check.Equal(0, await bytes.ReadAsync(new byte[1]));
        GC.KeepAlive(bytes);
    }

    private static async Task<byte[]> ExpectedAsync() => await PatternStream.HashAsync(new PatternStream(2_000_000));
}
