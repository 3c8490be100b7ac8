using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// Ends a connection without cutting off what runs: the peer is told, calls that crossed that are still served, no further ones, and the end comes with the
/// last call or when the time is over (docs/protocol.md#drain). Guarded by the connection's gate.
/// </summary>
internal sealed class Drain : IDisposable
{
    // Instead of measuring a round trip: long for any network, and short beside what drains.
    private static readonly TimeSpan _crossing = TimeSpan.FromSeconds(1);

    private readonly ConnectionCore _core;
    private readonly ConnectionEnd _end;
    private readonly ITimer _timer;

    private Drain(ConnectionCore core, ConnectionEnd end)
    {
        _core = core;
        _end = end;
        _timer = core.Time.CreateTimer(static state => ((Drain)state!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The last call of the peer that is served; the highest id while that is not known yet.</summary>
    public ulong LastServed { get; private set; } = ProtocolConstants.MaxId;

    private TimeSpan TimeAllowed => _core.Setup.Limits.DrainTimeout;

    /// <summary>Begins to end the connection. Called under the gate.</summary>
    /// <param name="core">The connection.</param>
    /// <param name="end">Why, and what the last words are.</param>
    /// <param name="takesCrossing">Whether calls that are on their way are served still.</param>
    public static Drain Begin(ConnectionCore core, ConnectionEnd end, bool takesCrossing)
    {
        var drain = new Drain(core, end);
        core.StopNewCalls(end.Reason);
        core.Outgoing.EndUnserved(ulong.MaxValue, end.Reason);
        if (takesCrossing)
        {
            core.WriteGoAway(GoAwayCode.Draining, end.Reason, drain.LastServed, drain.TimeAllowed);
            drain._timer.Change(_crossing, Timeout.InfiniteTimeSpan);
        }
        else
        {
            drain.RefuseCalls();
        }

        return drain;
    }

    /// <summary>A call of either side has ended. Called under the gate.</summary>
    public void CallEnded()
    {
        if (LastServed != ProtocolConstants.MaxId && _core.Incoming.Count == 0 && _core.Calls.Count == 0)
        {
            Finish();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_core.Gate)
        {
            if (LastServed == ProtocolConstants.MaxId && _core.End is null)
            {
                RefuseCalls();
            }
            else
            {
                Finish();
            }
        }
    }

    private void RefuseCalls()
    {
        LastServed = _core.Connection.LastSeen;
        _core.Frames.RefuseCalls();
        _core.WriteGoAway(GoAwayCode.Draining, _end.Reason, LastServed, TimeAllowed);
        _timer.Change(TimeAllowed, Timeout.InfiniteTimeSpan);
        CallEnded();
    }

    private void Finish()
    {
        if (_core.End is null)
        {
            // Not from here: the caller is in the middle of a change to the state that the end would clear away.
            ThreadPool.UnsafeQueueUserWorkItem(static drain => drain._core.Connection.BeginEnd(drain._end), this, preferLocal: false);
        }
    }
}
