namespace RpcWss.Connections.Streams;

/// <summary>
/// Decides how large a window is worth having. It measures how long it takes from a grant to what a sender that waited for it sends, and how much arrives
/// meanwhile: a window that holds what arrives in the connection's shortest round trip, and half as much again, fills the way. A larger one would only fill the
/// queues that everybody's frames wait in. Guarded by the connection's gate.
/// </summary>
internal sealed class RoundTrips(StreamBudget budget, TimeProvider time)
{
    private const int Kept = 16;

    private readonly (long Limit, long At)[] _grants = new (long, long)[Kept];
    private int _next;
    private long _markedAt = time.GetTimestamp();
    private long _markedPosition;

    /// <summary>A grant has raised the sender's limit to this position.</summary>
    public void Granted(long limit)
    {
        _grants[_next] = (limit, time.GetTimestamp());
        _next = (_next + 1) % Kept;
    }

    /// <summary>Something arrived that the sender had to wait with, up to this position. Returns the window to have; the same one where there is nothing to gain.</summary>
    public long Wanted(long window, long position)
    {
        long now = time.GetTimestamp();
        if (GrantedAt(position) is { } granted)
        {
            budget.Note(time.GetElapsedTime(granted, now));
        }

        TimeSpan elapsed = time.GetElapsedTime(_markedAt, now);
        TimeSpan shortest = budget.ShortestRoundTrip;
        if (elapsed < shortest)
        {
            return window;
        }

        long arrived = position - _markedPosition;
        _markedAt = now;
        _markedPosition = position;
        double filling = elapsed > TimeSpan.Zero ? arrived * 1.5 * shortest.Ticks / elapsed.Ticks : double.MaxValue;
        return filling >= window * 1.25 ? (long)Math.Min(filling, window * 2L) : window;
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
