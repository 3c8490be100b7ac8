namespace RpcWss.Connections;

/// <summary>The typed side of a <see cref="PendingCall"/>: hands the outcome to whoever awaits the call.</summary>
internal interface ICallCompletion
{
    /// <summary>Decodes the result, runs the caller's continuation. The call may belong to another caller when this returns.</summary>
    void Complete();
}
