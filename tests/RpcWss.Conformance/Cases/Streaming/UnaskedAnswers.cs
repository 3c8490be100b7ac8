using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A result stream needs no item of the parameter stream; when it has ended, the caller's iterator is let go.</summary>
internal sealed class UnaskedAnswers() : PairCase("server-answers-with-no-request")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IAsyncEnumerable<long> silent = Sources.CountAndWaitAsync(pair.OwnBoard, "silent", 0);

        Check.Equal(100, await pair.Proxy<IStreams>().UnaskedAsync(silent, 100).CountAsync());

        await pair.OwnBoard.ReachedAsync("silent finally");
        await pair.Board.ReachedAsync("unasked finally");
    }
}
