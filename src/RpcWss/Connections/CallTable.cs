using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// The calls of this side that the peer has not finished with, in an array indexed by the id. Ids rise by two and skip slots that long
/// calls hold, so a slot never has two owners; the array doubles when it is three quarters full. Guarded by the connection's gate.
/// </summary>
internal sealed class CallTable(PeerRole role)
{
    // Few, since most connections rest most of the time.
    private const int FirstSlots = 8;

    // Never written to: what a server's connection has that never calls its peer.
    private static readonly CallSlot[] _none = new CallSlot[1];

    private CallSlot[] _slots = _none;
    private ulong _nextId = role == PeerRole.Client ? 1UL : 2UL;

    public int Count { get; private set; }

    /// <summary>Whether this side has ever given out <paramref name="id"/> or could have: it is of this side's parity and not in the future.</summary>
    public bool WasOpened(ulong id) => (id & 1) == (_nextId & 1) && id < _nextId && id != 0;

    /// <summary>Takes the next id with its slot, and says where that is.</summary>
    public int Allocate()
    {
        if ((Count + 1) * 4 > _slots.Length * 3)
        {
            Grow();
        }

        while (_slots[IndexOf(_nextId)].Id != 0)
        {
            _nextId += 2;
        }

        int index = IndexOf(_nextId);
        _slots[index].Id = _nextId;
        _nextId += 2;
        Count++;
        return index;
    }

    /// <summary>Takes an id that needs no slot: a one-way call that is sent as a whole.</summary>
    public ulong AllocateId()
    {
        ulong id = _nextId;
        _nextId += 2;
        return id;
    }

    /// <summary>Where the slot of a call is; -1 when the call is over.</summary>
    public int Find(ulong id)
    {
        int index = IndexOf(id);
        return _slots[index].Id == id && id != 0 ? index : -1;
    }

    public ref CallSlot this[int index] => ref _slots[index];

    public void Free(int index)
    {
        _slots[index] = default;
        Count--;
    }

    /// <summary>All slots; those with id 0 are free.</summary>
    public Span<CallSlot> Slots => _slots;

    private int IndexOf(ulong id) => (int)((id >> 1) & (ulong)(_slots.Length - 1));

    private void Grow()
    {
        CallSlot[] old = _slots;
        _slots = new CallSlot[Math.Max(old.Length * 2, FirstSlots)];
        foreach (ref CallSlot slot in old.AsSpan())
        {
            if (slot.Id != 0)
            {
                _slots[IndexOf(slot.Id)] = slot;
            }
        }
    }
}
