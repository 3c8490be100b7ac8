namespace RpcWss.Connections.Streams;

/// <summary>Measures, on one stream, how long it takes from a grant to what a sender that waited for it sends. Guarded by the connection's gate.</summary>
internal sealed class RoundTrips(FairWindows windows, TimeProvider time)
{
    private const int Kept = 16;

    private readonly (long Limit, long At)[] _grants = new (long, long)[Kept];
    private int _next;

    /// <summary>Where <see cref="FairWindows"/> counts it; negative while it does not.</summary>
    public int LastLook { get; set; } = -1;

    /// <summary>A grant has raised the sender's limit to this position.</summary>
    public void Granted(long limit)
    {
        _grants[_next] = (limit, time.GetTimestamp());
        _next = (_next + 1) % Kept;
    }

    /// <summary>The window that the stream should have; 0 for what it has.</summary>
    public long Window => LastLook < 0 ? 0 : windows.Window;

    /// <summary>Something arrived that the sender had to wait with, up to this position.</summary>
    public void Waited(long window, long position)
    {
        if (GrantedAt(position) is { } granted)
        {
            windows.Note(time.GetElapsedTime(granted));
        }

        windows.Waited(this, window);
    }

    // When the grant was written that let the sender reach this position; null when it is forgotten, or was none.
    private long? GrantedAt(long position)
    {
        for (int index = 0; index < Kept; index++)
        {
            (long limit, long at) = _grants[(_next + index) % Kept];
            if (limit >= position)
            {
                return index == 0 ? null : at;  // an older one may have been forgotten
            }
        }

        return null;
    }
}
