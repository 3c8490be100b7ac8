using RpcWss.Connections.Streams;

namespace RpcWss.Connections;

/// <summary>
/// Grants an announced payload to its sender part by part, as parts of it arrive, once memory for the whole of it is set aside. What is granted and has not arrived stands
/// in the way, and every small frame behind it: so it is as large as the windows of streams, which it shares the way with. Guarded by the connection's gate.
/// </summary>
internal sealed class PayloadWindow : IReserved
{
    private const long Least = 64 * 1024;
    private const long First = 128 * 1024;
    private const long FirstAlone = 512 * 1024;

    private readonly ConnectionCore _core;
    private readonly RoundTrips _roundTrips;
    private readonly FairWindows _windows;
    private readonly ulong _callId;
    private readonly long _length;
    private long _size;
    private long _granted;
    private long _received;
    private long _nextLook;     // the end of what was granted at the last one

    public PayloadWindow(ConnectionCore core, ReceiveBudget budget, FairWindows windows, ulong callId, long length)
    {
        (_core, _windows, _callId, _length) = (core, windows, callId, length);
        _roundTrips = new RoundTrips(windows, core.Time);
        _size = core.SmallCalls.AreNone(core.Now) ? FirstAlone : First;
        Reservation = new BudgetReservation(length, this);
        budget.Reserve(Reservation);
    }

    public BudgetReservation Reservation { get; }

    /// <summary>Memory for the whole of it is there.</summary>
    public void Admitted() => Grant();

    public void Released() => _windows.Remove(_roundTrips);

    /// <summary>Counts bytes that arrived; false when their sender had no credit for them.</summary>
    public bool TryReceive(int count)
    {
        if (count > _granted - _received)
        {
            return false;
        }

        _received += count;
        _windows.Arrived(count);
        if (_received == _length)
        {
            _windows.Remove(_roundTrips);
            return true;
        }

        // The first bytes that the last grants did not cover: their sender has most likely waited for the credit, or the window is as large as need be.
        if (_received > _nextLook)
        {
            _roundTrips.Waited(_size, _received);
            _size = _roundTrips.Window is > 0 and long fair ? Math.Max(Least, fair) : _size;
            _nextLook = _granted;
        }

        Grant();
        return true;
    }

    // In whole chunks, and not for each of them.
    private void Grant()
    {
        long credit = Math.Min(_received + _size, _length) - _granted;
        bool isRest = _granted + credit == _length;
        credit -= isRest ? 0 : credit % SendQueue.Quantum;
        if (credit <= 0 || (credit < _size / 4 && !isRest) || _core.IsSilent)
        {
            return;
        }

        _granted += credit;
        _roundTrips.Granted(_granted);
        _core.Replies.WriteCredit(_callId, 0, credit);
    }
}
