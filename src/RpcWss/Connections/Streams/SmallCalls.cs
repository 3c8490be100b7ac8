namespace RpcWss.Connections.Streams;

/// <summary>How many calls without streams the receive loop has seen begin or end: those that would notice what streams put into the way. Guarded by the connection's gate.</summary>
internal sealed class SmallCalls
{
    // For how long somebody who has called is expected to call again.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private long _seen;
    private long? _calledAt;

    public long Count { get; set; }

    /// <summary>Whether nobody has called for a while, as far as can be told by looking now and then: nobody waits for what is in the way.</summary>
    public bool AreOver(TimeProvider time, long now)
    {
        if (Count != _seen)
        {
            _seen = Count;
            _calledAt = now;
        }

        return _calledAt is not { } at || time.GetElapsedTime(at, now) > _patience;
    }
}
