using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

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
    private const int ItemsPerFlush = 128;

    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<IWorkItem> _items = new();
    private readonly MessageWriter _writer;
    private readonly Timer _watch;
    private int _drainers;          // under _lock
    private int _taken;             // any drainer, without a lock: only that it changes counts
    private int _takenAtLastLook;   // the timer's alone
    private bool _watching;         // under _lock

    public WorkQueue(MessageWriter writer)
    {
        _writer = writer;
        _watch = new Timer(static state => ((WorkQueue)state!).Look(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>Adds an item; nothing runs before <see cref="Kick"/>.</summary>
    public void Add(IWorkItem item) => _items.Enqueue(item);

    /// <summary>Sees to it that somebody takes what was added.</summary>
    public void Kick()
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

    /// <summary>Adds an item and sees to it that somebody takes it.</summary>
    public void Post(IWorkItem item)
    {
        Add(item);
        Kick();
    }

    void IThreadPoolWorkItem.Execute()
    {
        ExecutionContext? clean = ExecutionContext.Capture();
        bool wasCorked = _writer.Cork();
        int sinceFlush = 0;
        while (TryTake(out IWorkItem? item))
        {
            item.Execute();

            // A handler that is not an async method may leave its async-locals behind; the next call must not see them.
            if (clean is not null && ExecutionContext.Capture() != clean)
            {
                ExecutionContext.Restore(clean);
            }

            if (++sinceFlush == ItemsPerFlush)
            {
                sinceFlush = 0;
                _writer.FlushCorked();
            }
        }

        _writer.Uncork(wasCorked);
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
