namespace RpcWss.Connections.Streams;

/// <summary>How many calls without streams the receive loop has seen begin or end: those that would notice what streams put into the way. Guarded by the connection's gate.</summary>
internal sealed class SmallCalls
{
    public long Count { get; set; }
}
