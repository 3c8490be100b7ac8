namespace RpcWss.Connections;

/// <summary>What a <see cref="MessageWriter"/> reports.</summary>
internal interface IWriterOwner
{
    /// <summary>Fewer bytes wait than before. Called under the gate.</summary>
    void RoomToSend();

    /// <summary>The transport failed; the writer is done. Called outside the gate.</summary>
    void WriteFailed(Exception error);
}
