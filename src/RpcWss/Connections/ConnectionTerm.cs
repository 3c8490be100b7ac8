using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// Ends a connection in order when its time is over: what its peer was authenticated by has expired, or it has reached its greatest age. The timer exists
/// only where there is something to wait for.
/// </summary>
internal sealed class ConnectionTerm : IDisposable
{
    private const double AgeJitter = 0.1;
    private static readonly TimeSpan _shortestWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1);

    private readonly ConnectionCore _core;
    private readonly long _aged = Deadline.None;
    private DateTimeOffset? _expires;   // under the gate
    private ITimer? _timer;             // under the gate

    public ConnectionTerm(ConnectionCore core)
    {
        _core = core;
        _expires = core.Setup.UserExpiresAt;
        if (core.Setup.MaxAge is { } age)
        {
            // Connections that opened together, as after a restart, should not all end together.
            _aged = Deadline.After(core.Time, core.Now, age * (1 - AgeJitter + (2 * AgeJitter * Random.Shared.NextDouble())));
        }
    }

    /// <summary>Begins to look. Called under the gate.</summary>
    public void Start() => Arm();

    /// <summary>The peer has authenticated anew; null: for good. Called under the gate.</summary>
    public void Renew(DateTimeOffset? expires)
    {
        _expires = expires;
        Arm();
    }

    /// <summary>How long the authentication is good for; null: for good.</summary>
    public static ulong? MillisecondsTo(DateTimeOffset? expires, TimeProvider time) =>
        expires is { } at ? (ulong)Math.Max(0, (at - time.GetUtcNow()).TotalMilliseconds) : null;

    public void Dispose()
    {
        lock (_core.Gate)
        {
            _timer?.Dispose();
        }
    }

    private void Look()
    {
        lock (_core.Gate)
        {
            if (_expires <= _core.Time.GetUtcNow())
            {
                _core.BeginDrain(ConnectionEnd.Unauthenticated("What the peer was authenticated by has expired, and it sent nothing newer in time."), takesCrossing: false);
            }
            else if (_aged <= _core.Now)
            {
                _core.BeginDrain(ConnectionEnd.Aged(), takesCrossing: true);
            }
            else
            {
                Arm();
            }
        }
    }

    private void Arm()
    {
        TimeSpan wait = TimeSpan.MaxValue;
        if (_aged != Deadline.None)
        {
            wait = _core.Time.GetElapsedTime(_core.Now, _aged);
        }

        if (_expires is { } expires && expires - _core.Time.GetUtcNow() is var left && left < wait)
        {
            wait = left;
        }

        if (wait == TimeSpan.MaxValue)
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // Timers take no more than 49 days, and round down; looking too early costs nothing but the look.
        wait = wait < _shortestWait ? _shortestWait : wait > _longestWait ? _longestWait : wait;
        _timer ??= _core.Time.CreateTimer(static state => ((ConnectionTerm)state!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
