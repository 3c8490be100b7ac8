namespace RpcWss.Client;

/// <summary>One WebSocket's part in a shared connection, from before it is opened until it is disposed of.</summary>
/// <param name="sharing">Where the connection is kept.</param>
/// <param name="connection">The connection.</param>
/// <param name="isFirst">Whether this user opens it.</param>
internal sealed class SharedConnectionUse(RpcConnectionSharing sharing, SharedConnection connection, bool isFirst) : IDisposable
{
    private bool _left;

    public SharedConnection Connection => connection;

    public bool IsFirst => isFirst;

    /// <summary>Nobody else may join the connection.</summary>
    public void Retire() => sharing.Retire(connection);

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _left, true))
        {
            sharing.Leave(connection);
        }
    }
}
