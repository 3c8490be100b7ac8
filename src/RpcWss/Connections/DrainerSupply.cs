using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace RpcWss.Connections;

/// <summary>
/// Sees to it that there is a drainer while items wait in a <see cref="WorkQueue"/>, and a further one where those there are do not get on: they are slower than what comes, or within user code that blocks.
/// Thread-safe; its lock is held for moments and never while anything else is called.
/// </summary>
internal sealed class DrainerSupply(WorkQueue queue, WorkItems items)
{
    // Whoever was busy is soon again; to be looked at no more and again at once costs more than the looks.
    private const int LooksAtRest = 16;

    // A connection with ever more to do must not keep a pool thread from the others: a drainer goes to the end of the pool's queue after this.
    private static readonly long _slice = Stopwatch.Frequency / 1000;

    private readonly Lock _lock = new();
    private Drainers _drainers;     // under _lock
    private int _taken;             // any drainer, without a lock: only that it changes counts
    private int _takenAtLastLook;   // under _lock
    private int _waitingAtLastLook; // under _lock
    private bool _drainedAtLastLook; // under _lock
    private int _looksAtRest;       // under _lock
    private bool _watching;         // under _lock
    private bool _readerComes;      // under _lock

    /// <summary>The receive loop is at a message, and sees to what that brings by <see cref="TryBecomeDrainer"/>.</summary>
    public void ReaderBegins()
    {
        lock (_lock)
        {
            _readerComes = true;
        }
    }

    /// <summary>The receive loop does not come any more.</summary>
    public void ReaderEnded()
    {
        lock (_lock)
        {
            _readerComes = false;
        }
    }

    /// <summary>Whether the receive loop is to take what waits: it counts as a drainer then.</summary>
    public bool TryBecomeDrainer()
    {
        lock (_lock)
        {
            _readerComes = false;
            if (items.IsEmpty || _drainers.AreFree)
            {
                return false;
            }

            CountDrainer();
            return true;
        }
    }

    /// <summary>Starts a drainer where items wait and none will look at them.</summary>
    public void Ensure()
    {
        if (items.IsEmpty)
        {
            return;
        }

        lock (_lock)
        {
            // A drainer that is about to stop looks once more under the lock, so it sees what was added before this. So does the receive loop at the end of a message.
            if (!SomebodyComes)
            {
                StartDrainer();
            }
        }
    }

    /// <summary>A drainer begins; what it returns is for the other methods.</summary>
    public int Begin()
    {
        lock (_lock)
        {
            return _drainers.Begin();
        }
    }

    /// <summary>A drainer is back from an item, with what it is to go on with.</summary>
    public int Returned(int marks)
    {
        if (marks == Volatile.Read(ref _drainers.Marks))
        {
            return marks;
        }

        lock (_lock)
        {
            return _drainers.Return(marks);
        }
    }

    /// <summary>Takes the next item; where there is none, the drainer is done.</summary>
    public bool TryTake(int marks, [NotNullWhen(true)] out IWorkItem? item)
    {
        if (!items.TryDequeue(out item) && !TryTakeLast(marks, out item))
        {
            return false;
        }

        _taken++;
        return true;
    }

    /// <summary>Whether somebody else takes what is left: the receive loop, or, after a slice, a pool work item.</summary>
    /// <param name="marks">What the drainer has from the other methods.</param>
    /// <param name="started">When it began, as a timestamp.</param>
    public bool IsRelieved(int marks, long started)
    {
        if (TryLeaveToReader(marks))
        {
            return true;
        }

        if (Stopwatch.GetTimestamp() - started <= _slice)
        {
            return false;
        }

        lock (_lock)
        {
            _drainers.Pause(marks);
        }

        ThreadPool.UnsafeQueueUserWorkItem(queue, preferLocal: false);
        return true;
    }

    /// <summary>
    /// Starts a further drainer where items wait. About once a millisecond while there is something to do, and for some looks behind that; false when those are over.
    /// </summary>
    public bool Look()
    {
        lock (_lock)
        {
            int taken = _taken - _takenAtLastLook;
            int waiting = items.Count;
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
            if (waiting > 0 && (!SomebodyComes || (waited && !_readerComes && (taken == 0 || isBehind))))
            {
                StartDrainer();
            }

            return true;
        }
    }

    /// <summary>Lets go of what a connection at rest can do without; false when it does not rest. Called under the gate.</summary>
    public bool TryRest()
    {
        lock (_lock)
        {
            return !_watching && _drainers.Count == 0 && items.TryRest();
        }
    }

    private bool SomebodyComes => _drainers.AreFree || _readerComes;

    private bool TryTakeLast(int marks, [NotNullWhen(true)] out IWorkItem? item)
    {
        lock (_lock)
        {
            if (items.TryDequeue(out item))
            {
                return true;
            }

            _drainers.Remove(marks);
            return false;
        }
    }

    // One thread that reads, works and sends by turns is faster than two that do so side by side, which wait for each other at the gate.
    private bool TryLeaveToReader(int marks)
    {
        if (!Volatile.Read(ref _readerComes))
        {
            return false;
        }

        lock (_lock)
        {
            bool leaves = _readerComes && _drainers.Count == 1;
            if (leaves)
            {
                _drainers.Remove(marks);
            }

            return leaves;
        }
    }

    private void StartDrainer()
    {
        CountDrainer();
        ThreadPool.UnsafeQueueUserWorkItem(queue, preferLocal: false);
    }

    private void CountDrainer()
    {
        _drainers.Add();
        if (!_watching)
        {
            _watching = true;
            _looksAtRest = 0;
            WorkWatch.Add(queue);
        }
    }
}
