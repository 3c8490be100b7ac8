namespace RpcWss.Connections.Streams;

/// <summary>The items of a stream that found its window full and whose producer does not wait. Guarded by the connection's gate.</summary>
internal sealed class ItemOverflow(RpcMethodDescriptor method, RpcStreamDescriptor stream, RpcObserver? observer)
{
    private readonly Queue<PayloadBuffer> _items = new();
    private readonly int _capacity = stream.WhenSlow == RpcSlowConsumer.LatestOnly ? 1 : Math.Max(1, stream.Capacity);
    private PayloadBuffer? _spare;

    public int Count => _items.Count;

    /// <summary>How many items were dropped.</summary>
    public long Dropped { get; private set; }

    public PayloadBuffer Oldest => _items.Peek();

    /// <summary>Keeps a copy of the item, in the place of the oldest where there are too many.</summary>
    /// <exception cref="RpcException">There are too many, and the contract says that the stream fails then.</exception>
    public void Add(PayloadBuffer item)
    {
        if (_items.Count == _capacity)
        {
            if (stream.WhenSlow == RpcSlowConsumer.Fail)
            {
                throw StreamErrors.ConsumerTooSlow(method, stream);
            }

            RemoveOldest();
            Dropped++;
            observer?.ItemDropped(method);
        }

        PayloadBuffer copy = _spare ?? new PayloadBuffer();
        _spare = null;
        item.CopyTo(copy);
        _items.Enqueue(copy);
    }

    /// <summary>Forgets the oldest item; <paramref name="keepsBuffer"/> where somebody goes on reading it.</summary>
    public void RemoveOldest(bool keepsBuffer = false)
    {
        PayloadBuffer item = _items.Dequeue();
        if (!keepsBuffer)
        {
            item.Clear();
            _spare = item;
        }
    }

    public void Clear()
    {
        while (_items.Count > 0)
        {
            RemoveOldest();
        }
    }
}
