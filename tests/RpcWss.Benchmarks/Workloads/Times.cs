using System.Diagnostics;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>Times of single operations. Keeps its memory, so that counting them does not count itself.</summary>
internal sealed class Times
{
    private long[] _ticks = new long[4096];
    private int _count;
    private bool _isSorted;

    public void Clear() => _count = 0;

    public void Add(long ticks)
    {
        if (_count == _ticks.Length)
        {
            Array.Resize(ref _ticks, _count * 2);
        }

        _ticks[_count++] = ticks;
        _isSorted = false;
    }

    /// <summary>
    /// Adds an operation and those that would have begun while it ran, had one begun each <paramref name="interval"/>: one that is stuck for long counts as often as
    /// operations would have been stuck with it.
    /// </summary>
    public void AddPaced(long ticks, long interval)
    {
        for (long left = ticks; left > 0; left -= interval)
        {
            Add(left);
        }
    }

    /// <summary>Microseconds that this share of them did not exceed; 0 when there are none.</summary>
    public double At(double share)
    {
        if (!_isSorted)
        {
            Array.Sort(_ticks, 0, _count);
            _isSorted = true;
        }

        return _count == 0 ? 0 : _ticks[(int)(share * (_count - 1))] * 1e6 / Stopwatch.Frequency;
    }
}
