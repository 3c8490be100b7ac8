using System.Net.Http;
using System.Net.Sockets;
using System.Net.WebSockets;
using RpcWss.Security;

namespace RpcWss.Client;

/// <summary>
/// Turns what the HTTP stack threw into the reason that a user can act on. What is thrown nests three to five deep, so the whole chain is read.
/// </summary>
internal static class ConnectFailure
{
    /// <returns>What to throw.</returns>
    public static Exception Classify(Uri uri, Exception error, ClientHandler handler, ClientWebSocket socket)
    {
        string address = ClientUri.Describe(uri);
        if (handler.Refusal is { } goAway)
        {
            return Http2Failure.Refused(address, goAway, error);
        }

        if (Find<ConnectionSpentException>(error) is { } spent)
        {
            return spent;
        }

        if (Find<CertificateRefusedException>(error) is { } refused)
        {
            return new RpcConnectException(refused.Reason, refused.Message, error);
        }

        if (Find<HttpRequestException>(error) is { HttpRequestError: HttpRequestError.ProxyTunnelError } tunnel)
        {
            string answer = tunnel.StatusCode is { } status ? $"answered {(int)status}" : "did not open a tunnel";
            return new RpcConnectException(RpcConnectFailure.Proxy,
                $"The proxy {handler.Proxy} {answer} when asked for {address}. Check RpcClientOptions.Proxy, its credentials, and whether it lets this address through.", error)
            {
                HttpStatus = tunnel.StatusCode,
            };
        }

        if (Http2Failure.Classify(address, Find<HttpRequestException>(error)?.HttpRequestError, error) is { } version)
        {
            return version;
        }

        if (!handler.Connected)
        {
            return BeforeTheConnection(uri, address, error, handler);
        }

        if (TlsFailure.Classify(address, error) is { } tls)
        {
            return tls;
        }

        if (socket.HttpStatusCode != 0)
        {
            return HttpRefusal.Describe(address, socket, error);
        }

        // Over HTTP/2 the stack may say no more than that the server did not get to its first SETTINGS.
        bool closed = Find<IOException>(error) is not null || Find<SocketException>(error) is not null || (handler.IsHttp2 && Find<HttpRequestException>(error) is not null);
        return closed
            ? Closed(uri, handler, error)
            : new RpcConnectException(RpcConnectFailure.Other, $"{address} could not be connected to: {error.GetBaseException().Message}", error);
    }

    public static RpcConnectException Closed(Uri uri, ClientHandler handler, Exception error) => new(
        RpcConnectFailure.PeerClosed,
        $"{ClientUri.Describe(uri)} closed the connection {handler.Phase}. See whether the server, or a proxy or firewall before it, logged why.",
        error);

    public static RpcConnectException TimedOut(Uri uri, TimeSpan limit, string phase, Exception error) => new(
        RpcConnectFailure.Timeout,
        $"Connecting to {ClientUri.Describe(uri)} took longer than {limit.TotalSeconds:0.###} s, {phase}. See whether the server is up and reachable; RpcLimits.HandshakeTimeout sets the limit.",
        error);

    private static RpcConnectException BeforeTheConnection(Uri uri, string address, Exception error, ClientHandler handler)
    {
        SocketError code = Find<SocketException>(error)?.SocketErrorCode ?? SocketError.SocketError;
        if (handler.Proxy is { } proxy)
        {
            return new RpcConnectException(RpcConnectFailure.Proxy,
                $"The proxy {proxy} cannot be connected to ({code}), which is asked for {address}. Check RpcClientOptions.Proxy or the environment's proxy settings.", error);
        }

        return code switch
        {
            SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => new RpcConnectException(
                RpcConnectFailure.NameResolution, $"The name {uri.IdnHost} cannot be resolved ({code}). Check the spelling and the DNS.", error),
            SocketError.ConnectionRefused => new RpcConnectException(
                RpcConnectFailure.ConnectionRefused, $"Nothing listens at {uri.IdnHost}, port {uri.Port}. Start the server or check the port.", error),
            SocketError.TimedOut => new RpcConnectException(
                RpcConnectFailure.Timeout, $"{uri.IdnHost}, port {uri.Port} does not answer. See whether the server is up and a firewall lets the port through.", error),
            _ => new RpcConnectException(
                RpcConnectFailure.Unreachable, $"{uri.IdnHost}, port {uri.Port} cannot be reached ({code}). Check this computer's network and the way to the server.", error),
        };
    }

    private static T? Find<T>(Exception error) where T : Exception
    {
        for (Exception? at = error; at is not null; at = at.InnerException)
        {
            if (at is T found)
            {
                return found;
            }
        }

        return null;
    }
}
