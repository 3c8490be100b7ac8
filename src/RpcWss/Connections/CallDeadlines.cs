namespace RpcWss.Connections;

/// <summary>
/// One timer for all calls of a connection. It knows the earliest deadline alone: when that comes, the calls are looked through
/// and the next earliest is found. Noting a deadline is a comparison, and a call that completes in time costs nothing further.
/// </summary>
internal sealed class CallDeadlines : IDisposable
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1);

    private readonly ConnectionCore _core;
    private readonly ITimer _timer;
    private long _next = long.MaxValue;     // under the gate

    public CallDeadlines(ConnectionCore core)
    {
        _core = core;
        _timer = core.Time.CreateTimer(static state => ((CallDeadlines)state!).Expire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sees to it that the calls are looked through when <paramref name="due"/> has come. Called under the gate.</summary>
    public void Note(long due, long now)
    {
        if (due < _next)
        {
            _next = due;
            Arm(now);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Expire()
    {
        lock (_core.Gate)
        {
            long now = _core.Now;
            _next = long.MaxValue;
            long next = Math.Min(_core.Outgoing.Expire(now), _core.Incoming.Expire(now));
            _core.Work.Release();
            if (next != long.MaxValue)
            {
                _next = next;
                Arm(now);
            }
        }
    }

    private void Arm(long now)
    {
        // A timer may fire a little early; a wait rounded up to the next millisecond seldom has to be repeated.
        TimeSpan wait = _core.Time.GetElapsedTime(now, _next) + TimeSpan.FromMilliseconds(1);
        _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > _longestWait ? _longestWait : wait, Timeout.InfiniteTimeSpan);
    }
}
