using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace RpcWss.AspNetCore.Tests.Authentication;

/// <summary>A clock that the test turns, and that tells it what a client waits for: only then is it of use to turn it.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The next delay that begins, but for the limits of what is under way.</summary>
    public ValueTask<TimeSpan> NextDelayAsync(CancellationToken cancellationToken) => _delays.Reader.ReadAsync(cancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan && dueTime != new RpcLimits().HandshakeTimeout)
        {
            _delays.Writer.TryWrite(dueTime);
        }

        return timer;
    }
}
