using RpcWss.Protocol;

namespace RpcWss.Fuzz.Hostile;

/// <summary>What an attacker knows of its connection: which calls are open, which are over, which methods have numbers. It lets most frames mean something.</summary>
internal sealed class PeerModel(PeerRole role, Random random)
{
    private const int MaxRemembered = 128;

    private readonly List<ulong> _ownOpen = [];
    private readonly List<ulong> _ownEnded = [];
    private readonly List<ulong> _victimsOpen = [];
    private readonly List<ulong> _victimsEnded = [];
    private ulong _lastId = role == PeerRole.Client ? ulong.MaxValue : 0UL;

    public PeerRole Role => role;

    /// <summary>How many method numbers have been assigned.</summary>
    public int Methods { get; private set; }

    /// <summary>The next id of a call of the attacker, which is open from then on.</summary>
    public ulong OpenCall()
    {
        _lastId = unchecked(_lastId + (random.Next(200) == 0 ? 2UL * (ulong)random.Next(1, 1000) : 2UL));
        Remember(_ownOpen, _lastId);
        return _lastId;
    }

    /// <summary>The number that a CALL which names a method assigns.</summary>
    public int AssignMethod() => Methods++;

    public bool IsOwn(ulong id) => (id & 1) == (role == PeerRole.Client ? 1UL : 0UL);

    /// <summary>The victim has answered a call.</summary>
    public void Answered(ulong id) => Move(_ownOpen, _ownEnded, id);

    /// <summary>The victim has made a call.</summary>
    public void Called(ulong id) => Remember(_victimsOpen, id);

    /// <summary>A call of the victim gets its STATUS.</summary>
    public void Answer(ulong id) => Move(_victimsOpen, _victimsEnded, id);

    /// <summary>A call of the attacker, open or over; 0 when there was none.</summary>
    public ulong Own() => random.Next(6) == 0 ? Any(_ownEnded) : Any(_ownOpen) is > 0 and ulong open ? open : Any(_ownEnded);

    /// <summary>A call of the victim, open or over; 0 when there was none.</summary>
    public ulong Victims() => random.Next(6) == 0 ? Any(_victimsEnded) : OpenVictims() is > 0 and ulong open ? open : Any(_victimsEnded);

    /// <summary>A call of the victim that waits for its answer; 0 when none does.</summary>
    public ulong OpenVictims() => Any(_victimsOpen);

    /// <summary>A call that nobody has opened.</summary>
    public ulong Unopened() => (ulong)random.NextInt64(1L << 40, long.MaxValue);

    private ulong Any(List<ulong> ids) => ids.Count == 0 ? 0 : ids[random.Next(ids.Count)];

    private static void Move(List<ulong> from, List<ulong> to, ulong id)
    {
        if (from.Remove(id))
        {
            Remember(to, id);
        }
    }

    private static void Remember(List<ulong> ids, ulong id)
    {
        if (ids.Count == MaxRemembered)
        {
            ids.RemoveAt(0);
        }

        ids.Add(id);
    }
}
