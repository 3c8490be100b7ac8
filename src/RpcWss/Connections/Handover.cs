using System.Diagnostics;

namespace RpcWss.Connections;

/// <summary>
/// Calls to start and calls that were served, left by any number of threads for whoever flushes next, who takes all of them over under one hold of the gate. Each would
/// else take the gate for itself, amid the receive loop and the others. Lock-free but for <see cref="Take"/>; first in, first out.
/// </summary>
internal sealed class Handover(ConnectionCore core) : IThreadPoolWorkItem
{
    private IHandedOver? _newest;   // by compare-and-swap
    private int _scheduled;         // by exchange

    public bool IsEmpty => Volatile.Read(ref _newest) is null;

    /// <summary>Leaves an item. It is taken over soon: at this thread's next flush where that is corked, at once where nothing else could leave with it, else by a pool work item.</summary>
    public void Add(IHandedOver item)
    {
        IHandedOver? newest = Volatile.Read(ref _newest);
        while (true)
        {
            item.Before = newest;
            IHandedOver? found = Interlocked.CompareExchange(ref _newest, item, newest);
            if (found == newest)
            {
                break;
            }

            newest = found;
        }

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
        if (_newest is null)
        {
            return;
        }

        IHandedOver? item = Interlocked.Exchange(ref _newest, null);
        IHandedOver? oldest = null;
        while (item is not null)
        {
            (item.Before, oldest, item) = (oldest, item, item.Before);
        }

        long now = core.Now;
        while (oldest is not null)
        {
            IHandedOver next = oldest;
            oldest = next.Before;
            next.Before = null;
            next.TakenOver(now);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _scheduled, 0);
        core.Writer.Uncork(core.Writer.Cork());
    }
}
