using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Wires;

/// <summary>A connection with its two sides: the caller in this process, the callee here or elsewhere.</summary>
/// <param name="Side">The calling side.</param>
/// <param name="Caller">Its connection.</param>
/// <param name="Callee">The called side.</param>
/// <param name="Sent">The frames that the caller has sent; null where they cannot be seen.</param>
/// <param name="Dispose">Lets go of what the connection ran over, after it has been closed.</param>
internal sealed record Pair(Side Side, RpcConnection Caller, ICallee Callee, FrameLog? Sent, Func<ValueTask> Dispose)
{
    /// <summary>The calling side's own board, for what is called back.</summary>
    public Board OwnBoard => Side.Board;

    /// <summary>The called side's board.</summary>
    public IBoard Board => Callee.Board;

    public TContract Proxy<TContract>() where TContract : class, IRpcContract<TContract> => Caller.GetProxy<TContract>();

    /// <summary>How many calls the caller has given an id, and so sent or queued to send.</summary>
    public int NumberedCalls
    {
        get
        {
            lock (Caller.Core.Gate)
            {
                int count = 0;
                for (ulong id = Caller.Core.Setup.Role == PeerRole.Client ? 1UL : 2UL; Caller.Core.Calls.WasOpened(id); id += 2)
                {
                    count++;
                }

                return count;
            }
        }
    }

    /// <summary>Waits for both sides to come to rest, closes, and fails the case for whatever is left.</summary>
    public async Task FinishAsync(ConformanceCase judged)
    {
        string[] here = await Settle.UntilEmptyAsync(() => Leaks.Of(Caller));
        string[] there = await Callee.RestAsync();
        await Caller.CloseAsync();
        SideReport callee = await Callee.EndAsync();
        string[] afterwards = await Settle.UntilEmptyAsync(() => Leaks.Of(Caller));
        SideReport.Judge(
            judged,
            SideReport.Of([.. here, .. afterwards.Select(leak => $"after the end {leak}")], Side.Log),
            callee with { Leaks = [.. there.Select(leak => $"at the callee {leak}"), .. callee.Leaks.Select(leak => $"at the callee after the end {leak}")] });
    }
}
