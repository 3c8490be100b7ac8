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

    /// <summary>Completes when the connection has ended and everything that belongs to it is done. The one asynchronous method that lasts as long: each takes memory of every connection at rest.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (await AdmitAsync(context).ConfigureAwait(false) is not { } identity)
        {
            return;
        }

        var seat = new ConnectionSeat(quota, context.User, context.Connection.RemoteIpAddress);
        try
        {
            RpcConnection connection = await AcceptAsync(context, identity, seat).ConfigureAwait(false);
            Task? connected = await OpenAsync(context, connection).ConfigureAwait(false);
            await connection.Completion.ConfigureAwait(false);
            await EndAsync(connection, connected).ConfigureAwait(false);
        }
        finally
        {
            seat.Leave();
        }
    }

    private static IPEndPoint? Remote(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address ? new IPEndPoint(address, context.Connection.RemotePort) : null;

    /// <summary>Counts the connection in and returns who asks for it; null where the request was refused.</summary>
    private async ValueTask<UpgradeIdentity?> AdmitAsync(HttpContext context)
    {
        Refusal? refusal = shutdown.HasBegun
            ? new Refusal(StatusCodes.Status503ServiceUnavailable, "The host is stopping. Try again in a moment.")
            : UpgradeRules.Check(context, setup);
        if (refusal is not null)
        {
            await RefuseAsync(context, refusal).ConfigureAwait(false);
            return null;
        }

        UpgradeIdentity identity = await UpgradeIdentity.OfAsync(context, setup.InBand).ConfigureAwait(false);
        if (identity.Refusal is { } stranger)
        {
            await RefuseAsync(context, stranger).ConfigureAwait(false);
            return null;
        }

        if (quota.TryEnter(context.User, context.Connection.RemoteIpAddress) is { } limit)
        {
            // Which limit is the operator's business, not the peer's.
            EndpointLog.Full(logger, Remote(context), limit);
            await RefuseAsync(context, new Refusal(StatusCodes.Status503ServiceUnavailable, "There are too many connections. Try again later.")).ConfigureAwait(false);
            return null;
        }

        return identity;
    }

    private Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        EndpointLog.Refused(logger, Remote(context), refusal.Status, refusal.Reason);
        return refusal.WriteAsync(context);
    }

    private async ValueTask<RpcConnection> AcceptAsync(HttpContext context, UpgradeIdentity identity, ConnectionSeat seat)
    {
        WebSocket socket = await context.WebSockets
            .AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = ProtocolConstants.Subprotocol, KeepAliveInterval = TimeSpan.Zero })
            .ConfigureAwait(false);
        return RpcConnection.Start(new WebSocketTransport(socket), setup.For(context, identity, seat));
    }

    /// <summary>Returns what the app's observers do about the connection; null where it ended before it was open.</summary>
    private async ValueTask<Task?> OpenAsync(HttpContext context, RpcConnection connection)
    {
        // It may have begun between the check and the connection's entry into the directory.
        if (shutdown.HasBegun)
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }

        try
        {
            await connection.Opened.ConfigureAwait(false);
            EndpointLog.Connected(logger, connection.Peer.Id, Remote(context));
            return observers.ConnectedAsync(connection.Peer);
        }
        catch (RpcException error)
        {
            EndpointLog.NoHello(logger, Remote(context), error);
            return null;
        }
    }

    private async ValueTask EndAsync(RpcConnection connection, Task? connected)
    {
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
