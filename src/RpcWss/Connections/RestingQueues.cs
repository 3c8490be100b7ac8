using System.Collections.Concurrent;

namespace RpcWss.Connections;

/// <summary>
/// Queues that connections at rest have given back, for whichever wakes next: an empty one takes nearly a kibibyte. Thread-safe.
/// </summary>
internal static class RestingQueues
{
    private const int MaxKept = 64;

    private static readonly Lock _lock = new();
    private static readonly Stack<ConcurrentQueue<IWorkItem>> _kept = new(MaxKept);     // under _lock

    public static ConcurrentQueue<IWorkItem> Take()
    {
        lock (_lock)
        {
            return _kept.TryPop(out ConcurrentQueue<IWorkItem>? queue) ? queue : new();
        }
    }

    /// <summary>Takes back an empty queue that nobody uses any more.</summary>
    public static void Give(ConcurrentQueue<IWorkItem> queue)
    {
        lock (_lock)
        {
            if (_kept.Count < MaxKept)
            {
                _kept.Push(queue);
            }
        }
    }
}
