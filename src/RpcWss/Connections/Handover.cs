using System.Diagnostics;

namespace RpcWss.Connections;

/// <summary>
/// Calls to start and calls that were served, left by any number of threads for whoever flushes next, who takes all of them over under one hold of the gate. Each would
/// else take the gate for itself, amid the receive loop and the others. A ring: added to without a lock, taken from under the gate; first in, first out.
/// </summary>
internal sealed class Handover(ConnectionCore core) : IThreadPoolWorkItem
{
    // More than what leaves together where a drainer is at it; whoever finds no room takes the gate.
    private const int Size = 64;

    private readonly Slot[] _slots = new Slot[Size];
    private long _added;        // by compare-and-swap: which slot is whose
    private long _taken;        // written under the gate
    private int _scheduled;     // by exchange

    public bool IsEmpty => Volatile.Read(ref _taken) == Volatile.Read(ref _added);

    /// <summary>Leaves an item. It is taken over soon: at this thread's next flush where that is corked, at once where nothing else could leave with it, else by a pool work item.</summary>
    public void Add(IHandedOver item)
    {
        long added = Volatile.Read(ref _added);
        while (true)
        {
            if (added - Volatile.Read(ref _taken) >= Size)
            {
                lock (core.Gate)
                {
                    Take();
                }
            }
            else if (Interlocked.CompareExchange(ref _added, added + 1, added) == added)
            {
                break;
            }

            added = Volatile.Read(ref _added);
        }

        Volatile.Write(ref _slots[added & (Size - 1)].Item, item);
        if (core.Writer.IsCorkedHere)
        {
            return;
        }

        if (core.IsQuiet)
        {
            core.Writer.Uncork(core.Writer.Cork());
        }
        else
        {
            Schedule();
        }
    }

    /// <summary>Sees to it that what is there is taken over.</summary>
    public void Schedule()
    {
        if (Interlocked.Exchange(ref _scheduled, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Takes over all that is there. Called under the gate.</summary>
    public void Take()
    {
        Debug.Assert(core.Gate.IsHeldByCurrentThread);
        long added = Volatile.Read(ref _added);
        if (_taken == added)
        {
            return;
        }

        long now = core.Now;
        while (_taken < added)
        {
            IHandedOver item = TakeNext();
            item.TakenOver(now);
        }
    }

    private IHandedOver TakeNext()
    {
        ref IHandedOver? slot = ref _slots[_taken & (Size - 1)].Item;
        IHandedOver? item = Volatile.Read(ref slot);
        if (item is null)
        {
            // Its thread has the slot and is about to fill it; what comes behind must not overtake it.
            var wait = default(SpinWait);
            while ((item = Volatile.Read(ref slot)) is null)
            {
                wait.SpinOnce();
            }
        }

        slot = null;
        Volatile.Write(ref _taken, _taken + 1);     // the slot is free from here on
        return item;
    }

    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _scheduled, 0);
        core.Writer.Uncork(core.Writer.Cork());
    }

    // In an array of an interface's every store looks whether the object has it.
    private struct Slot
    {
        public IHandedOver? Item;
    }
}
