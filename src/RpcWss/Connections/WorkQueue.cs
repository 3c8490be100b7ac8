using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace RpcWss.Connections;

/// <summary>
/// Runs user code for a connection: handlers of the peer's calls and continuations of completed ones. The reader fills the queue and never runs
/// user code itself; a drainer, one pool work item, takes items one after the other. While a drainer runs, what it sends is
/// corked, so that a batch of calls leaves as one message. When items wait for more than about a millisecond a further drainer starts, so
/// that user code which blocks holds up nobody but itself.
/// </summary>
internal sealed class WorkQueue : IThreadPoolWorkItem
{
    // A batch longer than this is flushed in between, so that its first replies travel while the rest is computed.
    private const int ItemsPerFlush = 512;

    // How many items may pass before a drainer looks at the clock.
    private const int ItemsPerLook = 16;

    // A connection with ever more to do must not keep a pool thread from the others: a drainer goes to the end of the pool's queue after this.
    private static readonly long _slice = Stopwatch.Frequency / 1000;
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<IWorkItem> _items = new();
    private readonly List<IWorkItem> _gathered = [];    // under the gate
    private readonly Lock _gate;
    private readonly MessageWriter _writer;
    private readonly Timer _watch;
    private int _drainers;          // under _lock
    private int _taken;             // any drainer, without a lock: only that it changes counts
    private int _takenAtLastLook;   // the timer's alone
    private bool _watching;         // under _lock

    public WorkQueue(Lock gate, MessageWriter writer)
    {
        _gate = gate;
        _writer = writer;
        _watch = new Timer(static state => ((WorkQueue)state!).Look(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>
    /// Gathers an item with others until <see cref="Release"/>. A drainer that took each as it came would run dry between two of them, and send a message for each.
    /// Called under the gate.
    /// </summary>
    public void Gather(IWorkItem item)
    {
        Debug.Assert(_gate.IsHeldByCurrentThread);
        _gathered.Add(item);
        if (_gathered.Count == ItemsPerFlush)
        {
            Release();
        }
    }

    /// <summary>Sees to it that somebody takes what was gathered.</summary>
    public void Release()
    {
        lock (_gate)
        {
            foreach (IWorkItem item in CollectionsMarshal.AsSpan(_gathered))
            {
                _items.Enqueue(item);
            }

            _gathered.Clear();
        }

        EnsureDrainer();
    }

    /// <summary>Adds an item and sees to it that somebody takes it.</summary>
    public void Post(IWorkItem item)
    {
        _items.Enqueue(item);
        EnsureDrainer();
    }

    void IThreadPoolWorkItem.Execute()
    {
        ExecutionContext? clean = ExecutionContext.Capture();
        bool wasCorked = _writer.Cork();
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
                _writer.FlushCorked();
            }

            if (count % ItemsPerLook == 0 && Stopwatch.GetTimestamp() - started > _slice)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                break;
            }
        }

        _writer.Uncork(wasCorked);
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
            if (_drainers == 0)
            {
                StartDrainer();
            }
        }
    }

    private bool TryTake([NotNullWhen(true)] out IWorkItem? item)
    {
        if (!_items.TryDequeue(out item) && !TryTakeLast(out item))
        {
            return false;
        }

        _taken++;
        return true;
    }

    private bool TryTakeLast([NotNullWhen(true)] out IWorkItem? item)
    {
        lock (_lock)
        {
            if (_items.TryDequeue(out item))
            {
                return true;
            }

            _drainers--;
            return false;
        }
    }

    private void StartDrainer()
    {
        _drainers++;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        if (!_watching)
        {
            _watching = true;
            _watch.Change(_patience, Timeout.InfiniteTimeSpan);
        }
    }

    // Runs about once a millisecond while there is something to do, and not at all otherwise.
    private void Look()
    {
        _writer.FlushStale();
        lock (_lock)
        {
            if (_drainers == 0 && _items.IsEmpty)
            {
                _watching = false;
                return;
            }

            // Slow but moving: as many drainers as processors. Stuck: one more at each look, however many there are.
            bool moved = _taken != _takenAtLastLook;
            _takenAtLastLook = _taken;
            if (!_items.IsEmpty && (!moved || _drainers < Environment.ProcessorCount))
            {
                StartDrainer();
            }

            _watch.Change(_patience, Timeout.InfiniteTimeSpan);
        }
    }
}
