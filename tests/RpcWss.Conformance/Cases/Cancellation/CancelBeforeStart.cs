using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>A call whose token has fired already does not leave: no frame, no id, no trace at the peer.</summary>
internal sealed class CancelBeforeStart() : PairCase("cancel-before-start-sends-nothing")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IEcho echo = pair.Proxy<IEcho>();
        await echo.NextAsync(1);
        int frames = pair.Sent?.All.Count ?? 0;
        int calls = pair.NumberedCalls;
        var fired = new CancellationToken(canceled: true);

        await Check.CancelledAsync(echo.NextAsync(2, fired).AsTask(), fired);
        await Check.CancelledAsync(echo.AnswerAsync(new byte[200_000], 1, fired).AsTask(), fired);

        Check.Equal(calls, pair.NumberedCalls);
        Check.Equal(frames, pair.Sent?.All.Count ?? 0, "the frames sent");
        Check.Equal(4, await echo.NextAsync(3));
        Check.Equal(2, await pair.Board.CountAsync("next"));
    }
}
