using System.Diagnostics;

namespace RpcWss.Connections;

/// <summary>
/// Runs user code for a connection: handlers of the peer's calls and continuations of completed ones. The receive loop fills the queue; a drainer takes items one after the other: the
/// thread that received them, before it receives again (<see cref="ReadingTurn"/>), or a pool work item. While a drainer runs, what it sends is corked, so that a batch of calls leaves as one message. When items
/// wait for some milliseconds a further drainer starts, so that user code which blocks holds up nobody but itself (<see cref="DrainerSupply"/>).
/// </summary>
internal sealed class WorkQueue : IThreadPoolWorkItem
{
    // A batch longer than this is flushed in between, so that its first replies travel while the rest is computed.
    private const int ItemsPerFlush = 512;

    // Fewer calls than this are not worth a message of their own.
    private const int LeastPerFlush = 64;

    // How many items may pass before a drainer looks whether it is relieved, and has what they began or answered written, while that is in the processor's nearest cache.
    private const int ItemsPerLook = 16;

    private readonly ConnectionCore _core;
    private readonly WorkItems _items;
    private readonly DrainerSupply _drainers;

    public WorkQueue(ConnectionCore core)
    {
        _core = core;
        _items = new WorkItems(core.Gate);
        _drainers = new DrainerSupply(this, _items);
    }

    /// <summary>Whether the receive loop is at a message, and releases at its end what is gathered. Under the gate.</summary>
    public bool IsGathering { get; set; }

    /// <summary>
    /// Gathers an item with others until <see cref="Release"/>. A drainer that took each as it came would run dry between two of them, and send a message for each.
    /// Called under the gate. <paramref name="isLong"/>: it is known to take long, and runs by itself.
    /// </summary>
    public void Gather(IWorkItem item, bool isLong = false)
    {
        Debug.Assert(_core.Gate.IsHeldByCurrentThread);
        if (isLong)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static item => item.Execute(), item, preferLocal: false);
            return;
        }

        if (_items.Gather(item) == ItemsPerFlush)
        {
            Release();
        }
    }

    /// <summary>Adds an item: with what else a message brings, where one is being handled. Called under the gate.</summary>
    public void Wake(IWorkItem item)
    {
        if (IsGathering)
        {
            Gather(item);
        }
        else
        {
            Post(item);
        }
    }

    /// <summary>Adds an item, behind what was gathered, and sees to it that somebody takes it. Called under the gate.</summary>
    public void Post(IWorkItem item)
    {
        Debug.Assert(_core.Gate.IsHeldByCurrentThread);
        _items.Enqueue(item);
        _drainers.Ensure();
    }

    /// <summary>Sees to it that somebody takes what was gathered.</summary>
    public void Release()
    {
        _items.EnqueueGathered();
        _drainers.Ensure();
    }

    /// <summary>The receive loop is at a message, and sees to what that brings by <see cref="ReleaseHere"/>, or by <see cref="ReadingEnded"/>.</summary>
    public void MessageBegins() => _drainers.ReaderBegins();

    /// <summary>The receive loop does not come any more.</summary>
    public void ReadingEnded()
    {
        _drainers.ReaderEnded();
        Release();
    }

    /// <summary>
    /// Sees to it that somebody takes what was gathered. True: the caller, by <see cref="RunHere"/>. Where nobody is at it a change of threads would cost more than most work,
    /// and its lines are in this one's cache.
    /// </summary>
    public bool ReleaseHere()
    {
        _items.EnqueueGathered();
        return _drainers.TryBecomeDrainer();
    }

    /// <summary>Takes items on this thread, which <see cref="ReleaseHere"/> has said is to do it, and returns how many. The thread stays corked.</summary>
    public int RunHere()
    {
        _core.Writer.Cork();
        return Drain();
    }

    void IThreadPoolWorkItem.Execute()
    {
        bool wasCorked = _core.Writer.Cork();
        Drain();
        _core.Writer.Uncork(wasCorked);
    }

    /// <summary>
    /// Sees to it that the connection goes on though a drainer is stuck: its work by another drainer, its reading by another thread, and what it holds back is sent. About once a millisecond while there
    /// is something to do, and for some looks behind that; false when those are over.
    /// </summary>
    public bool Look()
    {
        if (_core.Reading.TryTakeLate())
        {
            _core.Connection.ReadOn();
        }

        _core.Writer.FlushStale();
        if (_drainers.Look())
        {
            return true;
        }

        Rest();
        return false;
    }

    private int Drain()
    {
        ExecutionContext? clean = ExecutionContext.Capture();
        long started = Stopwatch.GetTimestamp();
        int count = 0;
        int perFlush = PerFlush();
        int marks = _drainers.Begin();
        while (_drainers.TryTake(marks, out IWorkItem? item))
        {
            item.Execute();
            marks = _drainers.Returned(marks);

            // A handler that is not an async method may leave its async-locals behind; the next call must not see them.
            if (clean is not null && ExecutionContext.Capture() != clean)
            {
                ExecutionContext.Restore(clean);
            }

            if (++count % perFlush == 0)
            {
                _core.Writer.FlushCorked();
            }

            if (count % ItemsPerLook == 0)
            {
                _core.Writer.TakeOver();
                if (_drainers.IsRelieved(marks, started))
                {
                    break;
                }
            }
        }

        return count;
    }

    // Half of the calls that this side has under way, those included whose results wait here: the peer has something to do while this side is at the other half. Calls of the peer's are answered in one.
    private int PerFlush()
    {
        int half = (_core.Calls.Count + Math.Max(0, _items.Count - _core.Incoming.Count)) / 2;
        return half < LeastPerFlush ? ItemsPerFlush : Math.Min(half, ItemsPerFlush);
    }

    private void Rest()
    {
        lock (_core.Gate)
        {
            if (_drainers.TryRest())
            {
                _core.Writer.Rest();
            }
        }
    }
}
