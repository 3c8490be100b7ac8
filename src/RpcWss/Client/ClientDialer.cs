using System.Net;
using System.Net.WebSockets;
using RpcWss.Transport;

namespace RpcWss.Client;

/// <summary>Opens the WebSocket of one client: decides on the version of HTTP, and on a TLS connection of its own or a shared one.</summary>
internal sealed class ClientDialer(Uri uri, RpcClientOptions options, string? authorization)
{
    private readonly SharedConnectionKey _key = SharedConnectionKey.Of(uri, options);
    private ClientHandler? _handler;
    private bool _opened;

    /// <summary>What the connection agreed on; set when the WebSocket is open.</summary>
    public RpcConnectionSecurity Security { get; private set; } = new();

    /// <summary>How far the opening has got, for messages.</summary>
    public string Phase => _opened ? "while its HELLO was awaited" : _handler?.Phase ?? "while another connection's TLS handshake with it was awaited";

    private bool MayFallBack => options.HttpVersion == RpcHttpVersion.Http2OrHttp11;

    /// <exception cref="RpcConnectException">It did not work out.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<WebSocketTransport> OpenAsync(CancellationToken cancellationToken)
    {
        // Plain ws, on this same computer alone, has no handshake to share, nor ALPN to find out the version by.
        bool triesHttp2 = options.HttpVersion == RpcHttpVersion.Http2 || (MayFallBack && uri.Scheme == Uri.UriSchemeWss && !options.Sharing.IsRefused(_key));
        if (triesHttp2)
        {
            try
            {
                return await OpenSharedAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (RpcConnectException error) when (error.Reason == RpcConnectFailure.HttpVersion && MayFallBack)
            {
                // Over HTTP/1.1, then.
            }
        }

        return await OpenOwnAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<WebSocketTransport> OpenOwnAsync(CancellationToken cancellationToken)
    {
        ClientHandler handler = _handler = new ClientHandler(uri, options);
        try
        {
            return await OpenAsync(handler, HttpVersion.Version11, handler, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            handler.Dispose();
            throw;
        }
    }

    private async Task<WebSocketTransport> OpenSharedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            SharedConnectionUse use = options.Sharing.Join(_key, options.TimeProvider);
            try
            {
                if (use.IsFirst)
                {
                    return await OpenFirstAsync(use, cancellationToken).ConfigureAwait(false);
                }

                _handler = null;
                if (use.Place < await use.Connection.Room.WaitAsync(cancellationToken).ConfigureAwait(false))
                {
                    _handler = use.Connection.Handler;
                    return await OpenAsync(_handler, HttpVersion.Version20, use, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (ConnectionSpentException) when (!use.IsFirst)
            {
                // Below.
            }
            catch
            {
                use.Dispose();
                throw;
            }

            // Whoever was first has failed, by what may be its own affair, or there is no room: the next connection, which this may become the first of.
            use.Retire();
            use.Dispose();
            if (MayFallBack && options.Sharing.IsRefused(_key))
            {
                return await OpenOwnAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<WebSocketTransport> OpenFirstAsync(SharedConnectionUse use, CancellationToken cancellationToken)
    {
        try
        {
            _handler = use.Connection.Open(uri, options);
            return await OpenAsync(_handler, HttpVersion.Version20, use, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectionSpentException error)
        {
            throw ConnectFailure.Closed(uri, use.Connection.Handler, error);
        }
        catch (RpcConnectException error) when (error.Reason == RpcConnectFailure.HttpVersion)
        {
            use.Retire();
            options.Sharing.Refused(_key, options.TimeProvider);
            throw;
        }
        finally
        {
            // Nothing, where there is room already.
            use.Connection.Fail();
        }
    }

    private async Task<WebSocketTransport> OpenAsync(ClientHandler handler, Version version, IDisposable owner, CancellationToken cancellationToken)
    {
        ClientWebSocket socket = await ClientSocket.OpenAsync(uri, options, authorization, handler, version, cancellationToken).ConfigureAwait(false);
        Security = handler.Security with { HttpVersion = version };
        _opened = true;
        return new WebSocketTransport(socket, owner);
    }
}
