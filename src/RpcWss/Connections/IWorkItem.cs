namespace RpcWss.Connections;

/// <summary>Something for a <see cref="WorkQueue"/> to run: a call to serve, or a completed call to hand to its caller.</summary>
internal interface IWorkItem
{
    /// <summary>Runs user code. Must not throw.</summary>
    void Execute();
}
