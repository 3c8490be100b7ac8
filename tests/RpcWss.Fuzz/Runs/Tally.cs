using System.Collections.Concurrent;

namespace RpcWss.Fuzz.Runs;

/// <summary>What came of a run. Thread-safe.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, long> _ends = new();
    private long _frames;
    private long _connections;
    private long _answered;
    private long _called;

    /// <summary>Frames that the engine has certainly looked at: of a message that ended its connection only one is counted.</summary>
    public long Frames => Volatile.Read(ref _frames);

    public long Connections => Volatile.Read(ref _connections);

    /// <summary>Calls of attackers that were answered.</summary>
    public long Answered => Volatile.Read(ref _answered);

    /// <summary>Calls that victims made.</summary>
    public long Called => Volatile.Read(ref _called);

    /// <summary>How connections ended, by what the victims said.</summary>
    public IEnumerable<KeyValuePair<string, long>> Ends => _ends.OrderByDescending(end => end.Value);

    public void AddFrames(long count) => Interlocked.Add(ref _frames, count);

    public void AddAnswer() => Interlocked.Increment(ref _answered);

    public void AddCall() => Interlocked.Increment(ref _called);

    public void AddConnection(string end)
    {
        Interlocked.Increment(ref _connections);
        _ends.AddOrUpdate(end, 1, static (_, count) => count + 1);
    }
}
