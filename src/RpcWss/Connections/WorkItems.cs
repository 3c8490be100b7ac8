using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace RpcWss.Connections;

/// <summary>
/// What waits in a <see cref="WorkQueue"/>, first in, first out, and what is gathered to come behind it: a ring that is added to under the connection's gate, and taken from by any thread without it. A slot keeps
/// what was taken from it until it is used again, or the connection rests.
/// </summary>
internal sealed class WorkItems(Lock gate)
{
    private const int FirstSize = 8;
    private const int Growth = 4;

    private Slot[] _slots = new Slot[FirstSize];    // a power of two; replaced under the gate, while what is taken may still come from the one before
    private long _end;          // under the gate: behind the last that was gathered
    private long _published;    // behind the last that can be taken; written under the gate
    private long _taken;        // by compare-and-swap

    public bool IsEmpty => Count == 0;

    /// <summary>How many can be taken.</summary>
    public int Count
    {
        get
        {
            long taken = Volatile.Read(ref _taken);
            return (int)(Volatile.Read(ref _published) - taken);
        }
    }

    /// <summary>Gathers an item, and returns how many are. Called under the gate.</summary>
    public int Gather(IWorkItem item)
    {
        Debug.Assert(gate.IsHeldByCurrentThread);
        Slot[] slots = _slots;
        if (_end - Volatile.Read(ref _taken) >= slots.Length)
        {
            slots = Grow(slots);
        }

        slots[_end & (slots.Length - 1)] = new Slot(item);
        return (int)(++_end - _published);
    }

    /// <summary>Has what was gathered be taken.</summary>
    public void EnqueueGathered()
    {
        lock (gate)
        {
            Volatile.Write(ref _published, _end);
        }
    }

    /// <summary>Has an item be taken, and before it what was gathered. Called under the gate.</summary>
    public void Enqueue(IWorkItem item)
    {
        Gather(item);
        Volatile.Write(ref _published, _end);
    }

    public bool TryDequeue([NotNullWhen(true)] out IWorkItem? item)
    {
        while (true)
        {
            long taken = Volatile.Read(ref _taken);
            if (taken == Volatile.Read(ref _published))
            {
                item = null;
                return false;
            }

            // At least as new as what was published. Where others have taken the item meanwhile, this may be one that has come into its slot.
            Slot[] slots = Volatile.Read(ref _slots);
            item = slots[taken & (slots.Length - 1)].Item;
            if (Interlocked.CompareExchange(ref _taken, taken + 1, taken) == taken)
            {
                return true;
            }
        }
    }

    /// <summary>Lets go of what a connection at rest can do without; false when it does not rest. Called under the gate, while no drainer runs.</summary>
    public bool TryRest()
    {
        if (_end != _taken)
        {
            return false;
        }

        if (_slots.Length > FirstSize)
        {
            _slots = new Slot[FirstSize];
        }

        Array.Clear(_slots);
        return true;
    }

    private Slot[] Grow(Slot[] slots)
    {
        var larger = new Slot[slots.Length * Growth];
        for (long index = _end - slots.Length; index < _end; index++)
        {
            larger[index & (larger.Length - 1)] = slots[index & (slots.Length - 1)];
        }

        Volatile.Write(ref _slots, larger);
        return larger;
    }

    // In an array of an interface's every store looks whether the object has it.
    private readonly record struct Slot(IWorkItem Item);
}
