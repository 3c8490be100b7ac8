using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RpcWss.Authentication;
using RpcWss.Peers;
using RpcWss.Protocol;
using RpcWss.Services;
using RpcWss.Transport;

namespace RpcWss.Endpoint;

/// <summary>Serves one request of a mapped endpoint: refuses it, or turns it into a connection and stays with that until it ends.</summary>
internal sealed class RpcEndpoint(
    ServerSetup setup, PeerDirectory peers, PeerObservers observers, ConnectionScopes scopes, ConnectionQuota quota, HostShutdown shutdown, ILogger<RpcEndpoint> logger)
{
    /// <summary>Whether requests without credentials get a connection, whatever authorization says: they are judged by what comes over it.</summary>
    public bool AdmitsAnonymous => setup.InBand == RpcInBandAuthentication.Required;

    public async Task HandleAsync(HttpContext context)
    {
        Refusal? refusal = shutdown.HasBegun
            ? new Refusal(StatusCodes.Status503ServiceUnavailable, "The host is stopping. Try again in a moment.")
            : UpgradeRules.Check(context, setup);
        if (refusal is not null)
        {
            await RefuseAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        UpgradeIdentity identity = await UpgradeIdentity.OfAsync(context, setup.InBand).ConfigureAwait(false);
        if (identity.Refusal is { } stranger)
        {
            await RefuseAsync(context, stranger).ConfigureAwait(false);
            return;
        }

        IPAddress? address = context.Connection.RemoteIpAddress;
        if (quota.TryEnter(context.User, address) is { } limit)
        {
            // Which limit is the operator's business, not the peer's.
            EndpointLog.Full(logger, Remote(context), limit);
            await RefuseAsync(context, new Refusal(StatusCodes.Status503ServiceUnavailable, "There are too many connections. Try again later.")).ConfigureAwait(false);
            return;
        }

        var seat = new ConnectionSeat(quota, context.User, address);
        try
        {
            await AcceptAsync(context, identity, seat).ConfigureAwait(false);
        }
        finally
        {
            seat.Leave();
        }
    }

    private static IPEndPoint? Remote(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address ? new IPEndPoint(address, context.Connection.RemotePort) : null;

    private Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        EndpointLog.Refused(logger, Remote(context), refusal.Status, refusal.Reason);
        return refusal.WriteAsync(context);
    }

    private async Task AcceptAsync(HttpContext context, UpgradeIdentity identity, ConnectionSeat seat)
    {
        WebSocket socket = await context.WebSockets
            .AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = ProtocolConstants.Subprotocol, KeepAliveInterval = TimeSpan.Zero })
            .ConfigureAwait(false);
        RpcConnection connection = RpcConnection.Start(new WebSocketTransport(socket), setup.For(context, identity, seat));
        await ServeAsync(connection, Remote(context)).ConfigureAwait(false);
    }

    /// <summary>Completes when the connection has ended and everything that belongs to it is done.</summary>
    private async Task ServeAsync(RpcConnection connection, IPEndPoint? remote)
    {
        // It may have begun between the check and the connection's entry into the directory.
        if (shutdown.HasBegun)
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }

        Task? connected = null;
        try
        {
            await connection.Opened.ConfigureAwait(false);
            EndpointLog.Connected(logger, connection.Peer.Id, remote);
            connected = observers.ConnectedAsync(connection.Peer);
        }
        catch (RpcException error)
        {
            EndpointLog.NoHello(logger, remote, error);
        }

        await connection.Completion.ConfigureAwait(false);
        peers.Remove(connection);
        if (connected is not null)
        {
            EndpointLog.Disconnected(logger, connection.Peer.Id, connection.Error);
            await connected.ConfigureAwait(false);
            await observers.DisconnectedAsync(connection.Peer, connection.Error).ConfigureAwait(false);
        }

        try
        {
            await scopes.EndAsync(connection).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            EndpointLog.DisposeFailed(logger, connection.Peer.Id, error);
        }
    }
}
