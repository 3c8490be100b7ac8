using System.Net;
using System.Net.Http;
using System.Net.WebSockets;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Client;

/// <summary>Dials: from an address to an open WebSocket that speaks our subprotocol.</summary>
internal static class ClientSocket
{
    /// <param name="uri">The normalized address.</param>
    /// <param name="options">The options, checked.</param>
    /// <param name="authorization">The value of the Authorization header; null for none, or the one of the options.</param>
    /// <param name="handler">The HTTP stack to dial with; disposed of with the transport, or here when that does not come about.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="RpcConnectException">It did not work out.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public static async Task<WebSocketTransport> OpenAsync(Uri uri, RpcClientOptions options, string? authorization, ClientHandler handler, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            Configure(socket.Options, options, authorization);
            await socket.ConnectAsync(uri, handler.Invoker, cancellationToken).ConfigureAwait(false);
            if (socket.SubProtocol == ProtocolConstants.Subprotocol)
            {
                handler.Upgraded = true;
                return new WebSocketTransport(socket, handler);
            }
        }
        catch (Exception error)
        {
            socket.Dispose();
            handler.Dispose();
            // However the stack words it: an attempt that was given up is not a failure of its own.
            cancellationToken.ThrowIfCancellationRequested();
            throw ConnectFailure.Classify(uri, error, handler, socket);
        }

        socket.Dispose();
        handler.Dispose();
        throw HttpRefusal.Subprotocol(ClientUri.Describe(uri));
    }

    private static void Configure(ClientWebSocketOptions socket, RpcClientOptions options, string? authorization)
    {
        socket.AddSubProtocol(ProtocolConstants.Subprotocol);
        socket.HttpVersion = HttpVersion.Version11;
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
