using System.Net.Http;
using System.Net.WebSockets;
using RpcWss.Protocol;

namespace RpcWss.Client;

/// <summary>Dials: from an address to an open WebSocket that speaks our subprotocol.</summary>
internal static class ClientSocket
{
    /// <param name="uri">The normalized address.</param>
    /// <param name="options">The options, checked.</param>
    /// <param name="authorization">The value of the Authorization header; null for none, or the one of the options.</param>
    /// <param name="handler">The HTTP stack to dial with.</param>
    /// <param name="version">The version of HTTP, 1.1 or 2.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="RpcConnectException">It did not work out.</exception>
    /// <exception cref="ConnectionSpentException">The connection of <paramref name="handler"/> is shared, and takes no more.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public static async Task<ClientWebSocket> OpenAsync(
        Uri uri, RpcClientOptions options, string? authorization, ClientHandler handler, Version version, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            Configure(socket.Options, options, authorization, version);
            await socket.ConnectAsync(uri, handler.Invoker, cancellationToken).ConfigureAwait(false);
            if (socket.SubProtocol == ProtocolConstants.Subprotocol)
            {
                return socket;
            }
        }
        catch (Exception error)
        {
            socket.Dispose();
            // However the stack words it: an attempt that was given up is not a failure of its own.
            cancellationToken.ThrowIfCancellationRequested();
            throw ConnectFailure.Classify(uri, error, handler, socket);
        }

        socket.Dispose();
        throw HttpRefusal.Subprotocol(ClientUri.Describe(uri), socket);
    }

    private static void Configure(ClientWebSocketOptions socket, RpcClientOptions options, string? authorization, Version version)
    {
        socket.AddSubProtocol(ProtocolConstants.Subprotocol);
        socket.HttpVersion = version;
        socket.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        // The protocol has its own pings, which also see a peer whose process hangs.
        socket.KeepAliveInterval = TimeSpan.Zero;
        socket.CollectHttpResponseDetails = true;
        foreach ((string name, string value) in options.Headers)
        {
            socket.SetRequestHeader(name, value);
        }

        if (authorization is not null)
        {
            socket.SetRequestHeader("Authorization", authorization);
        }
    }
}
