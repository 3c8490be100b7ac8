namespace RpcWss.Connections;

/// <summary>Frames that leave in the order of their writing, in blocks. Guarded by the connection's gate.</summary>
internal sealed class SendLane
{
    private Queue<SendBlock>? _full;     // seldom more than one block waits
    private SendBlock? _filling;
    private SendBlock? _spare;
    private long _sequence;

    /// <summary>The number of the block that was opened last.</summary>
    public long Sequence => _sequence;

    public bool IsEmpty => _full is not { Count: > 0 } && _filling is null;

    /// <summary>The block that the next frame of up to <paramref name="maxLength"/> bytes goes to.</summary>
    public SendBlock Open(int maxLength)
    {
        if (_filling is not null && _filling.Free < maxLength)
        {
            (_full ??= new()).Enqueue(_filling);
            _filling = null;
        }

        if (_filling is null)
        {
            _filling = _spare ?? new SendBlock();
            _spare = null;
            _filling.Open(++_sequence);
        }

        return _filling;
    }

    /// <summary>Takes the oldest block; it goes back by <see cref="Return"/> when it has been sent.</summary>
    public SendBlock? Take()
    {
        if (_full is { Count: > 0 })
        {
            return _full.Dequeue();
        }

        SendBlock? block = _filling;
        _filling = null;
        return block;
    }

    /// <summary>Takes the oldest block if it is no longer than that.</summary>
    public SendBlock? TakeWithin(int length) => (_full is { Count: > 0 } ? _full.Peek() : _filling) is { } next && next.Length <= length ? Take() : null;

    public void Return(SendBlock block)
    {
        block.Close();
        _spare ??= block;
    }

    /// <summary>Lets go of what is kept for the next frame.</summary>
    public void Rest() => _spare = null;

    public void Clear()
    {
        while (Take() is { } block)
        {
            block.Close();
        }
    }
}
