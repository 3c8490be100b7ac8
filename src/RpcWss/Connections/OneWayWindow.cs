namespace RpcWss.Connections;

/// <summary>
/// How far one-way calls may run ahead of the side that serves them: each costs its bytes and a fixed part, and the cost comes back as credit when it
/// has run. One instance counts one direction on one side. Guarded by the connection's gate. See <c>docs/protocol.md#one-way-calls</c>.
/// </summary>
internal sealed class OneWayWindow(int size)
{
    private const int FixedCost = 64;

    private long _outstanding;
    private long _toReturn;

    /// <summary>How many bytes the peer has used of the window and not got back.</summary>
    public long Outstanding => _outstanding;

    /// <summary>What one call costs, from what its CALL frame carries.</summary>
    public static long Cost(int inlinePayload, long metadataSize) => FixedCost + inlinePayload + metadataSize;

    /// <summary>The receiver counts a call in; false when the sender had no credit for it.</summary>
    public bool TryReceive(long cost)
    {
        if (_outstanding + cost > size)
        {
            return false;
        }

        _outstanding += cost;
        return true;
    }

    /// <summary>The receiver is done with a call. Returns the credit to send now; 0 to wait for more.</summary>
    public long Release(long cost)
    {
        _toReturn += cost;
        if (_toReturn < size / 8 && _toReturn < _outstanding)
        {
            return 0;
        }

        long credit = _toReturn;
        _outstanding -= credit;
        _toReturn = 0;
        return credit;
    }
}
