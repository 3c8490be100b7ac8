using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// Watches over a connection with one timer: the opening must be over in time, a silent peer is asked whether it lives, and a peer that does not read
/// is not waited for forever. Any byte counts as life. See <c>docs/protocol.md#liveness</c>.
/// </summary>
internal sealed class Liveness : IDisposable
{
    private static readonly TimeSpan _shortestWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1);

    private readonly ConnectionCore _core;
    private readonly MessageReceiver _receiver;
    private readonly long _started;
    private readonly ITimer _timer;
    private long _pinged;           // the timer's alone; 0 while no answer is awaited
    private ulong _pings;

    public Liveness(ConnectionCore core, MessageReceiver receiver)
    {
        _core = core;
        _receiver = receiver;
        _started = core.Now;
        _timer = core.Time.CreateTimer(static state => ((Liveness)state!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm(core.Setup.Limits.HandshakeTimeout);
    }

    private RpcLimits Limits => _core.Setup.Limits;

    /// <summary>The connection is open: from now on silence is what counts.</summary>
    public void Opened() => Arm(PingInterval());

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        long now = _core.Now;
        if (_core.Frames.IsOpening)
        {
            TimeSpan left = Limits.HandshakeTimeout - _core.Time.GetElapsedTime(_started, now);
            string what = _core.HelloReceived ? "The peer did not authenticate" : "The peer's HELLO did not come";
            ArmOrEnd(left, $"{what} within {Limits.HandshakeTimeout.TotalSeconds:0.#} s (RpcLimits.HandshakeTimeout).", GoAwayCode.HandshakeTimeout);
            return;
        }

        if (_core.Writer.SendStarted is not 0 and long sending && _core.Time.GetElapsedTime(sending, now) >= Limits.WriteStallTimeout)
        {
            // Saying so would have to be written too.
            End($"The peer has not read for {Limits.WriteStallTimeout.TotalSeconds:0.#} s (RpcLimits.WriteStallTimeout).", GoAwayCode.InternalError);
            return;
        }

        TimeSpan silent = _core.Time.GetElapsedTime(_receiver.LastReceived, now);
        if (_pinged != 0 && _receiver.LastReceived < _pinged)
        {
            TimeSpan left = Limits.PingTimeout - _core.Time.GetElapsedTime(_pinged, now);
            ArmOrEnd(left, $"The peer did not answer a ping within {Limits.PingTimeout.TotalSeconds:0.#} s (RpcLimits.PingTimeout).", GoAwayCode.IdleTimeout);
            return;
        }

        _pinged = 0;
        TimeSpan interval = PingInterval();
        if (interval != Timeout.InfiniteTimeSpan && silent >= interval)
        {
            Ping(now);
            interval = Limits.PingTimeout;
            silent = TimeSpan.Zero;
        }

        Arm(interval == Timeout.InfiniteTimeSpan ? Limits.WriteStallTimeout : interval - silent);
    }

    private void Ping(long now)
    {
        _pinged = now;
        lock (_core.Gate)
        {
            if (_core.IsSilent)
            {
                return;
            }

            SendBlock block = _core.Queue.OpenControl(PingFrame.MaxLength);
            _core.Queue.Wrote(block, PingFrame.Write(block.GetSpan(), ++_pings));
            _core.Writer.FlushSoon();
        }
    }

    private TimeSpan PingInterval()
    {
        var least = TimeSpan.FromMilliseconds(_core.Peer.MinPingIntervalMs);
        return Limits.PingInterval == Timeout.InfiniteTimeSpan || Limits.PingInterval > least ? Limits.PingInterval : least;
    }

    private void ArmOrEnd(TimeSpan left, string what, GoAwayCode code)
    {
        if (left > TimeSpan.Zero)
        {
            Arm(left);
        }
        else
        {
            End(what, code);
        }
    }

    private void End(string what, GoAwayCode code) => _core.Connection.BeginEnd(ConnectionEnd.TimedOut(what, code));

    // Timers take no more than 49 days; looking too early costs nothing but the look.
    private void Arm(TimeSpan wait) => _timer.Change(wait < _shortestWait ? _shortestWait : wait > _longestWait ? _longestWait : wait, Timeout.InfiniteTimeSpan);
}
