namespace RpcWss.Connections.Streams;

/// <summary>When somebody last called who would notice what streams and large payloads put into the way. Guarded by the connection's gate.</summary>
internal sealed class SmallCalls(TimeProvider time)
{
    // For how long somebody who has called is expected to call again.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private long? _last;

    /// <summary>The receive loop has seen a call without streams or large payload begin or end, which began then.</summary>
    public void Note(long began)
    {
        if (!(began <= _last))
        {
            _last = began;
        }
    }

    /// <summary>Whether nobody is expected to call.</summary>
    public bool AreNone(long now) => _last is not { } last || time.GetElapsedTime(last, now) > _patience;
}
