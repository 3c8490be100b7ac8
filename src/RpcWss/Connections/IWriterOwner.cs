namespace RpcWss.Connections;

/// <summary>What a <see cref="MessageWriter"/> reports.</summary>
internal interface IWriterOwner
{
    /// <summary>The last chunk of a payload has been sent. Called under the gate.</summary>
    void BulkSent(BulkSend bulk);

    /// <summary>Fewer bytes wait than before. Called under the gate.</summary>
    void RoomToSend();

    /// <summary>The transport failed; the writer is done. Called outside the gate.</summary>
    void WriteFailed(Exception error);
}
