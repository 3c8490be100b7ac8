namespace RpcWss.Connections.Streams;

/// <summary>Items or bytes that have arrived, and what they take of the window until they are consumed.</summary>
internal sealed class ReceivedBatch
{
    public PayloadBuffer Bytes { get; private set; } = new();

    /// <summary>What it takes of the window.</summary>
    public long Cost { get; set; }

    /// <summary>Memory set aside for an announced item; null for what the window covers.</summary>
    public BudgetReservation? Reservation { get; set; }

    /// <summary>Whether it is an announced item, still arriving or complete; nothing joins it.</summary>
    public bool IsAnnounced { get; set; }

    public void Reset()
    {
        Bytes.Clear();
        Cost = 0;
        Reservation = null;
        IsAnnounced = false;
    }
}
