using Microsoft.Extensions.Logging;

namespace RpcWss.Peers;

/// <summary>Tells the app's observers, one after the other; what one of them throws is logged and stops no other.</summary>
internal sealed class PeerObservers(IEnumerable<IRpcPeerObserver> observers, ILogger<PeerObservers> logger)
{
    private readonly IRpcPeerObserver[] _observers = [.. observers];

    public Task ConnectedAsync(RpcPeer peer) => _observers.Length == 0 ? Task.CompletedTask : TellConnectedAsync(peer);

    public async Task DisconnectedAsync(RpcPeer peer, Exception? reason)
    {
        foreach (IRpcPeerObserver observer in _observers)
        {
            try
            {
                await observer.DisconnectedAsync(peer, reason).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                PeerLog.ObserverFailed(logger, observer.GetType().Name, peer.Id, error);
            }
        }
    }

    private async Task TellConnectedAsync(RpcPeer peer)
    {
        // Observers are user code and may block: the connection's own flow goes on beside them.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        foreach (IRpcPeerObserver observer in _observers)
        {
            try
            {
                await observer.ConnectedAsync(peer, peer.Disconnected).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (peer.Disconnected.IsCancellationRequested)
            {
            }
            catch (Exception error)
            {
                PeerLog.ObserverFailed(logger, observer.GetType().Name, peer.Id, error);
            }
        }
    }
}
