namespace RpcWss.Connections;

/// <summary>What the writer sends next: a block of frames, or a piece of one bulk payload.</summary>
internal readonly struct SendTurn
{
    public SendTurn(SendLane lane, SendBlock block)
    {
        Lane = lane;
        Block = block;
    }

    public SendTurn(BulkSend bulk, int count, bool isLast)
    {
        Bulk = bulk;
        BulkCount = count;
        IsLastOfBulk = isLast;
    }

    public SendLane? Lane { get; }

    public SendBlock? Block { get; }

    public BulkSend? Bulk { get; }

    public int BulkCount { get; }

    public bool IsLastOfBulk { get; }
}
