namespace RpcWss.Connections;

/// <summary>
/// Who reads on after a message. The thread that received it lends the turn to the work that the message brought; it takes the turn back when the work is done, unless that took so long that the
/// watch has given it to another thread. Thread-safe.
/// </summary>
internal sealed class ReadingTurn
{
    private int _lent;              // which time it is lent for; 0 while it is not
    private int _times;             // of the thread that has the turn
    private int _lentAtLastLook;    // of the watch

    /// <summary>Lends the turn.</summary>
    public void Lend() => Volatile.Write(ref _lent, ++_times | 1 << 31);

    /// <summary>Takes the turn back; false when another thread has it.</summary>
    public bool TryTakeBack() => Interlocked.Exchange(ref _lent, 0) != 0;

    /// <summary>Whether the turn has been lent since before the last look; if so it is whoever looks that has it now.</summary>
    public bool TryTakeLate()
    {
        int lent = Volatile.Read(ref _lent);
        bool isLate = lent != 0 && lent == _lentAtLastLook && Interlocked.CompareExchange(ref _lent, 0, lent) == lent;
        _lentAtLastLook = lent;
        return isLate;
    }
}
