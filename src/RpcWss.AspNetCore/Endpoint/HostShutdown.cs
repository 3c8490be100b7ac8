using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RpcWss.Peers;

namespace RpcWss.Endpoint;

/// <summary>
/// Closes the connections when the host begins to stop: each is a request that the server would else wait for until its shutdown timeout.
/// </summary>
internal sealed class HostShutdown
{
    private readonly PeerDirectory _peers;
    private readonly ILogger<HostShutdown> _logger;
    private readonly CancellationToken _stopping;

    public HostShutdown(IHostApplicationLifetime lifetime, PeerDirectory peers, ILogger<HostShutdown> logger)
    {
        _peers = peers;
        _logger = logger;
        _stopping = lifetime.ApplicationStopping;
        _stopping.UnsafeRegister(static self => ((HostShutdown)self!).CloseAll(), this);
    }

    public bool HasBegun => _stopping.IsCancellationRequested;

    private void CloseAll()
    {
        IReadOnlyList<RpcConnection> connections = _peers.Connections;
        EndpointLog.Stopping(_logger, connections.Count);
        foreach (RpcConnection connection in connections)
        {
            // Each goes on by itself; the request that it belongs to ends when it is done, and the server waits for that.
            _ = connection.CloseAsync().AsTask();
        }
    }
}
