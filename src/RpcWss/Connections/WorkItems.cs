using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace RpcWss.Connections;

/// <summary>
/// What waits in a <see cref="WorkQueue"/>, first in, first out, and what is gathered to come behind it. Added to under the connection's gate, taken from by any thread; holds next to
/// nothing while the connection rests.
/// </summary>
internal sealed class WorkItems(Lock gate)
{
    private readonly List<Gathered> _gathered = [];     // under the gate
    private ConcurrentQueue<IWorkItem>? _items;         // by who adds the first, under the gate; given back at rest

    public bool IsEmpty => _items is not { IsEmpty: false };

    /// <summary>How many can be taken.</summary>
    public int Count => _items?.Count ?? 0;

    /// <summary>Gathers an item, and returns how many are. Called under the gate.</summary>
    public int Gather(IWorkItem item)
    {
        Debug.Assert(gate.IsHeldByCurrentThread);
        _gathered.Add(new Gathered(item));
        return _gathered.Count;
    }

    /// <summary>Has what was gathered be taken.</summary>
    public void EnqueueGathered()
    {
        lock (gate)
        {
            foreach (Gathered gathered in CollectionsMarshal.AsSpan(_gathered))
            {
                Enqueue(gathered.Item);
            }

            _gathered.Clear();
        }
    }

    /// <summary>Has an item be taken. Called under the gate.</summary>
    public void Enqueue(IWorkItem item)
    {
        Debug.Assert(gate.IsHeldByCurrentThread);
        (_items ??= RestingQueues.Take()).Enqueue(item);
    }

    public bool TryDequeue([NotNullWhen(true)] out IWorkItem? item)
    {
        item = null;
        return _items is { } items && items.TryDequeue(out item);
    }

    /// <summary>Gives back what a connection at rest can do without; false when it does not rest. Called under the gate, while no drainer runs.</summary>
    public bool TryRest()
    {
        if (_gathered.Count > 0 || !IsEmpty)
        {
            return false;
        }

        if (_items is not null)
        {
            RestingQueues.Give(_items);
            _items = null;
        }

        _gathered.Capacity = 0;
        return true;
    }

    // In an array of an interface's every store looks whether the object has it.
    private readonly record struct Gathered(IWorkItem Item);
}
