using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace RpcWss.Connections;

/// <summary>
/// Runs user code for a connection: handlers of the peer's calls and continuations of completed ones. The receive loop fills the queue and never
/// waits for user code; a drainer takes items one after the other: a pool work item, or for little work the thread that received it, when the next receive has begun. While a drainer runs, what it sends is
/// corked, so that a batch of calls leaves as one message. When items wait for some milliseconds a further drainer starts, so
/// that user code which blocks holds up nobody but itself.
/// </summary>
internal sealed class WorkQueue(Lock gate, MessageWriter writer) : IThreadPoolWorkItem
{
    // A batch longer than this is flushed in between, so that its first replies travel while the rest is computed.
    private const int ItemsPerFlush = 512;

    // So few items are taken by whoever brought them.
    private const int Few = 16;

    // Whoever was busy is soon again; to be looked at no more and again at once costs more than the looks.
    private const int LooksAtRest = 16;

    // How many items may pass before a drainer looks at the clock.
    private const int ItemsPerLook = 16;

    // A connection with ever more to do must not keep a pool thread from the others: a drainer goes to the end of the pool's queue after this.
    private static readonly long _slice = Stopwatch.Frequency / 1000;

    // What a pool work item runs in. The receive loop's own is that of the request or the caller that opened the connection: none of the calls' business.
    private static readonly ExecutionContext _empty = CaptureEmpty();

    private readonly Lock _lock = new();
    private ConcurrentQueue<IWorkItem>? _items;         // by who adds the first, under the gate, which all who add hold; given back at rest
    private readonly List<IWorkItem> _gathered = [];    // under the gate
    private int _drainers;          // under _lock
    private int _taken;             // any drainer, without a lock: only that it changes counts
    private int _takenAtLastLook;   // under _lock
    private int _waitingAtLastLook; // under _lock
    private int _looksAtRest;       // under _lock
    private bool _watching;         // under _lock

    /// <summary>
    /// Gathers an item with others until <see cref="Release"/>. A drainer that took each as it came would run dry between two of them, and send a message for each.
    /// Called under the gate.
    /// </summary>
    public void Gather(IWorkItem item)
    {
        Debug.Assert(gate.IsHeldByCurrentThread);
        _gathered.Add(item);
        if (_gathered.Count == ItemsPerFlush)
        {
            Release();
        }
    }

    /// <summary>Sees to it that somebody takes what was gathered.</summary>
    public void Release()
    {
        EnqueueGathered();
        EnsureDrainer();
    }

    /// <summary>
    /// Sees to it that somebody takes what was gathered. True: the caller, by <see cref="Run"/>. Where little has come and nobody is at it, a change of
    /// threads would cost more than the work.
    /// </summary>
    public bool ReleaseFew()
    {
        bool isFew = EnqueueGathered() <= Few;
        if (_items is not { IsEmpty: false })
        {
            return false;
        }

        lock (_lock)
        {
            if (_drainers > 0)
            {
                return false;
            }

            if (isFew)
            {
                CountDrainer();
                return true;
            }

            StartDrainer();
            return false;
        }
    }

    /// <summary>Takes items on this thread, which <see cref="ReleaseFew"/> has said is to do it.</summary>
    public void Run() => ExecutionContext.Run(_empty, static state => ((IThreadPoolWorkItem)state!).Execute(), this);

    /// <summary>Adds an item and sees to it that somebody takes it. Called under the gate.</summary>
    public void Post(IWorkItem item)
    {
        Debug.Assert(gate.IsHeldByCurrentThread);
        Items().Enqueue(item);
        EnsureDrainer();
    }

    void IThreadPoolWorkItem.Execute()
    {
        ExecutionContext? clean = ExecutionContext.Capture();
        bool wasCorked = writer.Cork();
        long started = Stopwatch.GetTimestamp();
        int count = 0;
        while (TryTake(out IWorkItem? item))
        {
            item.Execute();

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
                RunElsewhere();
                break;
            }
        }

        writer.Uncork(wasCorked);
    }

    private static ExecutionContext CaptureEmpty()
    {
        ExecutionContext? empty = null;
        var thread = new Thread(() => empty = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return empty!;
    }

    private int EnqueueGathered()
    {
        lock (gate)
        {
            int count = _gathered.Count;
            foreach (IWorkItem item in CollectionsMarshal.AsSpan(_gathered))
            {
                Items().Enqueue(item);
            }

            _gathered.Clear();
            return count;
        }
    }

    private void EnsureDrainer()
    {
        if (_items is not { IsEmpty: false })
        {
            return;
        }

        lock (_lock)
        {
            // A drainer that is about to stop looks once more under the lock, so it sees what was added before this.
            if (_drainers == 0)
            {
                StartDrainer();
            }
        }
    }

    private bool TryTake([NotNullWhen(true)] out IWorkItem? item)
    {
        if (!TryDequeue(out item) && !TryTakeLast(out item))
        {
            return false;
        }

        _taken++;
        return true;
    }

    // None: another drainer has taken all between the look at the queue and the start of this one, and the connection has gone to rest.
    private bool TryDequeue([NotNullWhen(true)] out IWorkItem? item)
    {
        item = null;
        return _items is { } items && items.TryDequeue(out item);
    }

    private bool TryTakeLast([NotNullWhen(true)] out IWorkItem? item)
    {
        lock (_lock)
        {
            if (TryDequeue(out item))
            {
                return true;
            }

            _drainers--;
            return false;
        }
    }

    private void RunElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private void StartDrainer()
    {
        CountDrainer();
        RunElsewhere();
    }

    private void CountDrainer()
    {
        _drainers++;
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
            int waiting = _items?.Count ?? 0;
            bool waited = _waitingAtLastLook > 0;
            (_takenAtLastLook, _waitingAtLastLook) = (_taken, waiting);
            if (_drainers == 0 && waiting == 0)
            {
                _looksAtRest = taken > 0 ? 0 : _looksAtRest + 1;
                _watching = _looksAtRest < LooksAtRest;
                return _watching;
            }

            // Slower than what comes: as many drainers as processors. Stuck: one more at each look, however many there are. Any further one would only take batches apart.
            _looksAtRest = 0;
            bool isBehind = waiting > taken && _drainers < Environment.ProcessorCount;
            if (waited && waiting > 0 && (taken == 0 || isBehind))
            {
                StartDrainer();
            }

            return true;
        }
    }

    // What a connection at rest can do without. Who adds has the gate, and nobody takes: what is swapped here is looked at by no one.
    private void Rest()
    {
        lock (gate)
        {
            lock (_lock)
            {
                if (_watching || _drainers > 0 || _gathered.Count > 0 || _items is { IsEmpty: false })
                {
                    return;
                }

                if (_items is not null)
                {
                    RestingQueues.Give(_items);
                    _items = null;
                }
            }

            _gathered.Capacity = 0;
            writer.Rest();
        }
    }

    // Under the gate.
    private ConcurrentQueue<IWorkItem> Items() => _items ??= RestingQueues.Take();
}
