using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A service that keeps a parameter stream beyond its call gets an exception of the right type, and not what another call sends.</summary>
internal sealed class ParameterAfterTheEnd() : PairCase("parameter-stream-used-after-its-call")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IIterators iterators = pair.Proxy<IIterators>();
        await iterators.KeepAsync("kept", Sources.CountAndWaitAsync(pair.OwnBoard, "source", 5), new PatternStream(100));

        // Another call, which may use the same memory.
        Check.Equal(100L, await pair.Proxy<IStreams>().CheckAsync(Sources.CountAsync(pair.OwnBoard, "other", 100)));
        Check.Sequence(["ObjectDisposedException", "ObjectDisposedException"], await iterators.UseKeptAsync("kept"), "what their use throws");
        if (await pair.OwnBoard.CountAsync("source started") > 0)
        {
            await pair.OwnBoard.ReachedAsync("source finally");
        }
    }
}
