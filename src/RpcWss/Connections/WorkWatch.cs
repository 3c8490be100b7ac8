namespace RpcWss.Connections;

/// <summary>
/// Looks about once a millisecond at each queue that has something to do, on one thread for the whole process, which rests while none has. A timer for each would come to the
/// thread pool for it, wake one of its threads each time, and not come at all while user code blocks them all. Thread-safe.
/// </summary>
internal static class WorkWatch
{
    // Whoever was busy is soon again: what rests for so many looks is looked at no more.
    private const int LooksAtRest = 64;

    private static readonly Lock _lock = new();
    private static readonly List<WorkQueue> _watched = [];      // under _lock
    private static readonly AutoResetEvent _wake = new(false);
    private static bool _rests;                                 // under _lock
    private static Thread? _thread;                             // under _lock

    /// <summary>Looks at a queue from now on, until its <see cref="WorkQueue.Look"/> says that it rests.</summary>
    public static void Add(WorkQueue queue)
    {
        lock (_lock)
        {
            _watched.Add(queue);
            if (_thread is null)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = "RpcWss watch" };
                _thread.UnsafeStart();
            }
            else if (_rests)
            {
                _rests = false;
                _wake.Set();
            }
        }
    }

    private static void Run()
    {
        var looked = new List<WorkQueue>();
        int atRest = 0;
        while (true)
        {
            Thread.Sleep(1);
            lock (_lock)
            {
                looked.AddRange(_watched);
            }

            foreach (WorkQueue queue in looked)
            {
                // Outside the lock, which others take under theirs.
                if (!queue.Look())
                {
                    lock (_lock)
                    {
                        _watched.Remove(queue);
                    }
                }
            }

            atRest = looked.Count > 0 ? 0 : atRest + 1;
            looked.Clear();
            if (atRest > LooksAtRest && MayRest())
            {
                _wake.WaitOne();
                atRest = 0;
            }
        }
    }

    private static bool MayRest()
    {
        lock (_lock)
        {
            return _rests = _watched.Count == 0;
        }
    }
}
