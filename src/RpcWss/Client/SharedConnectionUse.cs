namespace RpcWss.Client;

/// <summary>One WebSocket's part in a shared connection, from before it is opened until it is disposed of.</summary>
/// <param name="sharing">Where the connection is kept.</param>
/// <param name="connection">The connection.</param>
/// <param name="place">How many have been using it when this user came. The first one opens it.</param>
internal sealed class SharedConnectionUse(RpcConnectionSharing sharing, SharedConnection connection, int place) : IDisposable
{
    private bool _left;

    public SharedConnection Connection => connection;

    public int Place => place;

    public bool IsFirst { get; } = place == 0;

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
