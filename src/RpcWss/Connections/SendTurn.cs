namespace RpcWss.Connections;

/// <summary>What the writer sends next: a block of frames, or a message of the bulk lane.</summary>
internal readonly struct SendTurn
{
    public SendTurn(SendLane lane, SendBlock block)
    {
        Lane = lane;
        Block = block;
    }

    public SendTurn(ReadOnlyMemory<byte> bulk) => Bulk = bulk;

    public SendLane? Lane { get; }

    /// <summary>The frames; null for a turn of the bulk lane.</summary>
    public SendBlock? Block { get; }

    /// <summary>A message of bulk; the queue's memory until the next turn.</summary>
    public ReadOnlyMemory<byte> Bulk { get; }
}
