namespace RpcWss.Connections.Streams;

/// <summary>What a consumer of a stream belongs to: a call of this side whose result it reads, or a call being served whose parameter it reads.</summary>
internal interface IStreamConsumerOwner
{
    /// <summary>What the consumer of an item that cannot be decoded gets; the peer is told too.</summary>
    Exception ItemRejected(StreamReceiver stream, Exception error);

    /// <summary>What the consumer learns of the end of the stream after: whatever must have been delivered by then.</summary>
    Task BeforeEnd(StreamReceiver stream);

    /// <summary>The consumer wants no more.</summary>
    void Abandoned(StreamReceiver stream);
}
