namespace RpcWss;

/// <summary>
/// Told when peers connect and disconnect; registered with <see cref="RpcWssBuilder.AddPeerObserver{TObserver}"/>, one object for the host. Runs
/// beside the connection, which serves calls meanwhile; exceptions are logged. For one peer <see cref="DisconnectedAsync"/> comes after
/// <see cref="ConnectedAsync"/> has completed.
/// </summary>
public interface IRpcPeerObserver
{
    /// <summary>A peer has connected and can be called.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="cancellationToken">Fires when it disconnects.</param>
    ValueTask ConnectedAsync(RpcPeer peer, CancellationToken cancellationToken);

    /// <summary>A peer has disconnected, and is not among <see cref="IRpcPeers"/> any more.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="error">Why; null when the connection was closed in order.</param>
    ValueTask DisconnectedAsync(RpcPeer peer, Exception? error);
}
