using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace RpcWss.Connections;

/// <summary>
/// Runs user code for a connection: handlers of the peer's calls and continuations of completed ones. The receive loop fills the queue and never
/// waits for user code; a drainer takes items one after the other: a pool work item, or the thread that received it, when the next receive has begun. While a drainer runs, what it sends is
/// corked, so that a batch of calls leaves as one message. When items wait for some milliseconds a further drainer starts, so
/// that user code which blocks holds up nobody but itself.
/// </summary>
internal sealed class WorkQueue(Lock gate, MessageWriter writer) : IThreadPoolWorkItem
{
    // A batch longer than this is flushed in between, so that its first replies travel while the rest is computed.
    private const int ItemsPerFlush = 512;

    // Whoever was busy is soon again; to be looked at no more and again at once costs more than the looks.
    private const int LooksAtRest = 16;

    // How many items may pass before a drainer looks at the clock.
    private const int ItemsPerLook = 16;

    // A connection with ever more to do must not keep a pool thread from the others: a drainer goes to the end of the pool's queue after this.
    private static readonly long _slice = Stopwatch.Frequency / 1000;

    private readonly Lock _lock = new();
    private readonly WorkItems _items = new(gate);
    private Drainers _drainers;     // under _lock
    private int _taken;             // any drainer, without a lock: only that it changes counts
    private int _takenAtLastLook;   // under _lock
    private int _waitingAtLastLook; // under _lock
    private bool _drainedAtLastLook; // under _lock
    private int _looksAtRest;       // under _lock
    private bool _watching;         // under _lock

    /// <summary>
    /// Gathers an item with others until <see cref="Release"/>. A drainer that took each as it came would run dry between two of them, and send a message for each.
    /// Called under the gate. <paramref name="isLong"/>: it is known to take long, and runs by itself.
    /// </summary>
    public void Gather(IWorkItem item, bool isLong = false)
    {
        Debug.Assert(gate.IsHeldByCurrentThread);
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

    /// <summary>Whether the receive loop is at a message, and releases at its end what is gathered. Under the gate.</summary>
    public bool IsGathering { get; set; }

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

    /// <summary>Sees to it that somebody takes what was gathered.</summary>
    public void Release()
    {
        _items.EnqueueGathered();
        EnsureDrainer();
    }

    /// <summary>
    /// Sees to it that somebody takes what was gathered. True: the caller, by <see cref="Run"/>. Where nobody is at it a change of threads would cost more than most work,
    /// and its lines are in this one's cache.
    /// </summary>
    public bool ReleaseHere()
    {
        _items.EnqueueGathered();
        if (_items.IsEmpty)
        {
            return false;
        }

        lock (_lock)
        {
            if (_drainers.AreFree)
            {
                return false;
            }

            CountDrainer();
            return true;
        }
    }

    /// <summary>Takes items on this thread, which <see cref="ReleaseHere"/> has said is to do it.</summary>
    public void Run() => EmptyContext.Run(static state => ((IThreadPoolWorkItem)state!).Execute(), this);

    /// <summary>Adds an item and sees to it that somebody takes it. Called under the gate.</summary>
    public void Post(IWorkItem item)
    {
        Debug.Assert(gate.IsHeldByCurrentThread);
        _items.Enqueue(item);
        EnsureDrainer();
    }

    void IThreadPoolWorkItem.Execute()
    {
        ExecutionContext? clean = ExecutionContext.Capture();
        bool wasCorked = writer.Cork();
        long started = Stopwatch.GetTimestamp();
        int count = 0;
        int marks = Begin();
        while (TryTake(marks, out IWorkItem? item))
        {
            item.Execute();
            if (marks != Volatile.Read(ref _drainers.Marks))
            {
                marks = Return(marks);
            }

            // A handler that is not an async method may leave its async-locals behind; the next call must not see them.
            if (clean is not null && ExecutionContext.Capture() != clean)
            {
                ExecutionContext.Restore(clean);
            }

            if (++count % ItemsPerFlush == 0)
            {
                writer.FlushCorked();
            }

            if (count % ItemsPerLook == 0 && Stopwatch.GetTimestamp() - started > _slice)
            {
                RunElsewhere(marks);
                break;
            }
        }

        writer.Uncork(wasCorked);
    }

    private void EnsureDrainer()
    {
        if (_items.IsEmpty)
        {
            return;
        }

        lock (_lock)
        {
            // A drainer that is about to stop looks once more under the lock, so it sees what was added before this.
            if (!_drainers.AreFree)
            {
                StartDrainer();
            }
        }
    }

    private int Begin()
    {
        lock (_lock)
        {
            return _drainers.Begin();
        }
    }

    private int Return(int marks)
    {
        lock (_lock)
        {
            return _drainers.Return(marks);
        }
    }

    private bool TryTake(int marks, [NotNullWhen(true)] out IWorkItem? item)
    {
        if (!_items.TryDequeue(out item) && !TryTakeLast(marks, out item))
        {
            return false;
        }

        _taken++;
        return true;
    }

    private bool TryTakeLast(int marks, [NotNullWhen(true)] out IWorkItem? item)
    {
        lock (_lock)
        {
            if (_items.TryDequeue(out item))
            {
                return true;
            }

            _drainers.Remove(marks);
            return false;
        }
    }

    private void RunElsewhere(int marks)
    {
        lock (_lock)
        {
            _drainers.Pause(marks);
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void StartDrainer()
    {
        CountDrainer();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void CountDrainer()
    {
        _drainers.Add();
        if (!_watching)
        {
            _watching = true;
            _looksAtRest = 0;
            WorkWatch.Add(this);
        }
    }

    /// <summary>
    /// Starts a further drainer where items wait, and sends what a stuck one holds back. About once a millisecond while there is something to do, and for some
    /// looks behind that; false when those are over.
    /// </summary>
    public bool Look()
    {
        writer.FlushStale();
        if (IsBusy())
        {
            return true;
        }

        Rest();
        return false;
    }

    private bool IsBusy()
    {
        lock (_lock)
        {
            int taken = _taken - _takenAtLastLook;
            int waiting = _items.Count;
            bool waited = _waitingAtLastLook > 0;
            bool drained = _drainedAtLastLook;
            (_takenAtLastLook, _waitingAtLastLook, _drainedAtLastLook) = (_taken, waiting, _drainers.Count > 0);
            if (_drainers.Count == 0 && waiting == 0)
            {
                _looksAtRest = taken > 0 ? 0 : _looksAtRest + 1;
                _watching = _looksAtRest < LooksAtRest;
                return _watching;
            }

            // What comes now must not wait for them, nor for the next look.
            if (taken == 0 && drained)
            {
                _drainers.Mark();
            }

            // Slower than what comes: as many drainers as processors. Stuck: one more at each look, however many there are. Any further one would only take batches apart.
            _looksAtRest = 0;
            bool isBehind = waiting > taken && _drainers.Count < Environment.ProcessorCount;
            if (waiting > 0 && (!_drainers.AreFree || (waited && (taken == 0 || isBehind))))
            {
                StartDrainer();
            }

            return true;
        }
    }

    private void Rest()
    {
        lock (gate)
        {
            bool rests;
            lock (_lock)
            {
                rests = !_watching && _drainers.Count == 0 && _items.TryRest();
            }

            if (rests)
            {
                writer.Rest();
            }
        }
    }
}
