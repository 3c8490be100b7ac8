namespace RpcWss.Connections.Streams;

/// <summary>
/// How large a window is worth having, for all streams and large payloads of one direction that wait for credit: together they hold what arrives in the shortest round trip that was seen,
/// and half as much again. That fills the way; more would only fill the queues that everybody's frames wait in. Where for a second nobody has called, they may hold what
/// arrives in some milliseconds at least, which threads that take turns on busy processors need. While each larger window still lets more through they may hold
/// nearly twice as much: how much the way holds is not known yet, and round trips differ. All have the same window, or whoever grew first would keep the most. Guarded by the
/// connection's gate.
/// </summary>
internal sealed class FairWindows(TimeProvider time, SmallCalls calls)
{
    // For how many looks a stream that has not waited again still counts.
    private const int Memory = 8;

    // The way is full when so many looks in a row have not seen a quarter more arrive than any before.
    private const int LooksOfAFullWay = 3;

    // Over shorter times, what arrives says more of who had the processor than of the way.
    private static readonly TimeSpan _leastLook = TimeSpan.FromMilliseconds(5);

    // On a short way threads that wake each other are most of a round trip; without this a window would follow the luckiest one.
    private static readonly TimeSpan _wakeUp = TimeSpan.FromMilliseconds(0.1);

    // Between threads that compute all the time a round trip takes as long as the processors let others run; where nobody else calls, nobody waits for what that puts into the way.
    private static readonly TimeSpan _busy = TimeSpan.FromMilliseconds(4);

    private readonly List<RoundTrips> _waiting = [];
    private TimeSpan _shortest = TimeSpan.MaxValue;
    private long _arrived;
    private long _lookedAt = time.GetTimestamp();
    private int _looks;
    private double _most;
    private int _notMore;
    private long _found;

    /// <summary>The window that each of them should have; 0 while that is not known.</summary>
    public long Window { get; private set; }

    /// <summary>Counts what arrives on any of the streams.</summary>
    public void Arrived(long cost) => _arrived += cost;

    /// <summary>A round trip of this time was seen.</summary>
    public void Note(TimeSpan roundTrip) => _shortest = roundTrip < _shortest ? roundTrip : _shortest;

    /// <summary>This stream, which has a window of that size, had its sender wait for credit.</summary>
    public void Waited(RoundTrips stream, long window)
    {
        bool isNew = stream.LastLook < 0;
        if (isNew)
        {
            _waiting.Add(stream);
        }

        stream.LastLook = _looks;
        long now = time.GetTimestamp();
        bool isAlone = calls.AreNone(now);
        if (isNew && _waiting.Count == 1 && isAlone && _found > window)
        {
            // What streams before this one have found; to find it again takes some ten looks.
            Window = _found;
            _arrived = 0;
            _lookedAt = now;
            return;
        }

        TimeSpan elapsed = time.GetElapsedTime(_lookedAt, now);
        if (elapsed >= _shortest && (elapsed >= _leastLook || elapsed == TimeSpan.Zero))
        {
            int waiting = _waiting.Count(other => other.LastLook >= _looks - Memory);
            long roundTrip = Math.Max((_shortest + _wakeUp).Ticks, isAlone ? _busy.Ticks : 0);
            double held = elapsed > TimeSpan.Zero ? _arrived * (double)roundTrip / elapsed.Ticks : int.MaxValue;
            Resize((long)(held * Room(held) / waiting), Math.Max(Window, window), mayKeep: isAlone && waiting == 1);
            _arrived = 0;
            _lookedAt = now;
            _looks++;
        }
    }

    /// <summary>The stream has ended.</summary>
    public void Remove(RoundTrips stream)
    {
        if (stream.LastLook >= 0)
        {
            _waiting.Remove(stream);
            stream.LastLook = -1;
            if (_waiting.Count == 0)
            {
                _found = Window > 0 ? Window : _found;
                (Window, _most, _notMore) = (0, 0, 0);
            }
        }
    }

    // How many times what the way was seen to hold the windows may be.
    private double Room(double held)
    {
        (_most, _notMore) = held >= _most * 1.25 ? (held, 0) : (_most, _notMore + 1);
        return _notMore < LooksOfAFullWay ? 1.9 : 1.5;
    }

    // In steps, since one look sees little. A stream by itself has nobody to make room for.
    private void Resize(long worth, long current, bool mayKeep)
    {
        if (worth >= current * 1.25)
        {
            Window = Math.Min(worth, current * 2);
        }
        else if (!mayKeep && worth < current / 2)
        {
            Window = Math.Max(worth, current * 3 / 4);
        }
        else
        {
            Window = current;
        }
    }
}
