namespace RpcWss.Connections;

/// <summary>What a <see cref="MessageWriter"/> reports.</summary>
internal interface IWriterOwner
{
    /// <summary>Whether calls wait to be taken over.</summary>
    bool HasHandedOver { get; }

    /// <summary>Takes over what threads have left, which appends frames. Called under the gate.</summary>
    void TakeHandedOver();

    /// <summary>Fewer bytes wait than before. Called under the gate.</summary>
    void RoomToSend();

    /// <summary>There has been nothing to do for some time. Called under the gate.</summary>
    void Rested();

    /// <summary>The transport failed; the writer is done. Called outside the gate.</summary>
    void WriteFailed(Exception error);
}
