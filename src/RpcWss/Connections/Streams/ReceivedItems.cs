namespace RpcWss.Connections.Streams;

/// <summary>
/// What has arrived of a stream and waits for its consumer: small items together in batches, an announced one by itself. Memory is taken as bytes arrive.
/// Guarded by the connection's gate.
/// </summary>
internal sealed class ReceivedItems
{
    private const int BatchSize = SendQueue.MaxInlinePayload;

    private readonly Queue<ReceivedBatch> _arrived = new();
    private ReceivedBatch? _last;           // of those that arrived
    private ReceivedBatch? _arriving;       // an announced item that is not complete
    private ReceivedBatch? _spare;
    private long _announcedLeft;

    /// <summary>Whether nothing can be taken.</summary>
    public bool IsEmpty => _arrived.Count == 0;

    /// <summary>Whether an announced item is not complete.</summary>
    public bool IsIncomplete => _arriving is not null;

    public void Add(ReadOnlySpan<byte> payload)
    {
        if (_last is not { IsAnnounced: false } batch || batch.Bytes.Length + payload.Length > BatchSize)
        {
            batch = TakeSpare();
            Enqueue(batch);
        }

        batch.Bytes.Write(payload);
        batch.Cost += SendCredit.FrameCost + payload.Length;
    }

    public void Announce(long length, BudgetReservation? reservation)
    {
        _arriving = TakeSpare();
        _arriving.IsAnnounced = true;
        _arriving.Cost = SendCredit.FrameCost;
        _arriving.Reservation = reservation;
        _announcedLeft = length;
    }

    /// <summary>Whether a chunk of this length can be the next of what was announced.</summary>
    public bool MayFollow(int length) => _arriving is not null && length > 0 && length <= _announcedLeft;

    /// <summary>True when the announced item is complete with this.</summary>
    public bool AddChunk(ReadOnlySpan<byte> bytes, ReceiveBudget budget)
    {
        ReceivedBatch item = _arriving!;
        item.Bytes.Write(bytes);
        item.Cost += bytes.Length;
        _announcedLeft -= bytes.Length;
        if (_announcedLeft > 0)
        {
            return false;
        }

        _arriving = null;
        if (item.Reservation is { IsGranted: false })
        {
            // The window has covered it after all; memory granted now would be taken for that of the next item.
            budget.Release(item.Reservation);
            item.Reservation = null;
        }

        Enqueue(item);
        return true;
    }

    /// <summary>Takes the oldest batch; null when there is none.</summary>
    public ReceivedBatch? Take()
    {
        if (_arrived.TryDequeue(out ReceivedBatch? batch) && _arrived.Count == 0)
        {
            _last = null;
        }

        return batch;
    }

    /// <summary>Gives a batch back for reuse.</summary>
    public void Return(ReceivedBatch batch)
    {
        batch.Reset();
        _spare ??= batch;
    }

    /// <summary>Forgets what was not taken, or of that the incomplete item alone.</summary>
    public void Drop(ReceiveBudget budget, bool onlyIncomplete = false)
    {
        Drop(budget, _arriving);
        _arriving = null;
        while (!onlyIncomplete && Take() is { } batch)
        {
            Drop(budget, batch);
        }
    }

    private void Enqueue(ReceivedBatch batch)
    {
        _arrived.Enqueue(batch);
        _last = batch;
    }

    private ReceivedBatch TakeSpare()
    {
        ReceivedBatch batch = _spare ?? new ReceivedBatch();
        _spare = null;
        return batch;
    }

    private static void Drop(ReceiveBudget budget, ReceivedBatch? batch)
    {
        if (batch is not null)
        {
            budget.Release(batch.Reservation);
            batch.Reset();
        }
    }
}
