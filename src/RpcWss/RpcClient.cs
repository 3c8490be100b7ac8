using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RpcWss.Client;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Security;
using RpcWss.Services;
using RpcWss.Transport;

namespace RpcWss;

/// <summary>
/// A client: dials a server over an encrypted WebSocket, calls its services through proxies, and hosts services that the server may call.
/// Thread-safe.
/// </summary>
/// <example>
/// <code>
/// await using var client = await RpcClient.ConnectAsync(new Uri("wss://orders.example/rpc"));
/// IOrders orders = client.GetProxy&lt;IOrders&gt;();
/// Order order = await orders.GetAsync(id);
/// </code>
/// </example>
public sealed class RpcClient : IAsyncDisposable
{
    private readonly ClientInvoker _invoker;
    private readonly ServiceTable _services;
    private bool _disposed;

    private RpcClient(RpcConnection connection, ServiceTable services)
    {
        _invoker = new ClientInvoker(connection);
        _services = services;
    }

    /// <summary>The connection that calls go through at this moment.</summary>
    public RpcConnection Connection => _invoker.Connection;

    /// <summary>The server.</summary>
    public RpcPeer Peer => Connection.Peer;

    /// <summary>
    /// Completes, and never fails, when the client has no connection any more and every call has ended; <see cref="RpcConnection.Error"/> of
    /// <see cref="Connection"/> says why.
    /// </summary>
    public Task Completion => Connection.Completion;

    /// <summary>Connects.</summary>
    /// <param name="uri">
    /// The server's address: scheme <c>wss</c>, no user information, no fragment; port 443 unless given. <c>ws</c> is refused, but for
    /// <see cref="RpcClientOptions.AllowUnencryptedLoopback"/>.
    /// </param>
    /// <param name="options">How to connect and what to host; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up connecting; has no effect after that.</param>
    /// <returns>A connected client. The caller disposes of it.</returns>
    /// <exception cref="ArgumentException">The address breaks a rule, or an option is not possible.</exception>
    /// <exception cref="RpcConnectException">The connection could not be opened; <see cref="RpcConnectException.Reason"/> says why.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public static async Task<RpcClient> ConnectAsync(Uri uri, RpcClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RpcClientOptions();
        options.Validate();
        uri = ClientUri.Normalize(uri, options.AllowUnencryptedLoopback);
        if (uri.Scheme == Uri.UriSchemeWss)
        {
            _ = SystemRoots.ReadAhead();
        }

        var services = new ServiceTable();
        options.Services.ForEach(services.Add);

        using var limit = new CancellationTokenSource(options.Limits.HandshakeTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var tokens = new TokenSource(uri, options);
        var authentication = new ClientAuthentication(uri, options, tokens);
        await authentication.PrepareAsync(limit.Token, either.Token).ConfigureAwait(false);
        var dialer = new ClientDialer(uri, options, authentication.Header);
        try
        {
            WebSocketTransport transport = await dialer.OpenAsync(either.Token).ConfigureAwait(false);
            ConnectionSetup setup = Setup(options, services, dialer.Security);
            RpcConnection connection = RpcConnection.Start(transport, setup);
            authentication.Started(connection);
            await AwaitOpeningAsync(uri, connection, authentication, either.Token).ConfigureAwait(false);
            if (!tokens.IsEmpty && connection.Tokens.ServerTakesTokens)
            {
                _ = new TokenRefresh(connection, tokens, options, setup.Logger).RunAsync(authentication.Lifetime);
            }

            return new RpcClient(connection, services);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw ConnectFailure.TimedOut(uri, options.Limits.HandshakeTimeout, dialer.Phase, error);
        }
    }

    /// <summary>
    /// A proxy of a contract that the server hosts. Cheap; may be kept. Whether the server hosts the contract shows at the first call:
    /// <see cref="RpcStatusCode.Unimplemented"/>. Without a connection calls fail with <see cref="RpcStatusCode.Unavailable"/>,
    /// <see cref="RpcExecution.NotExecuted"/>.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The client was disposed of.</exception>
    public TContract GetProxy<TContract>() where TContract : class, IRpcContract<TContract>
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        return TContract.__RpcCreateProxy(_invoker, null);
    }

    /// <summary>
    /// Hosts <paramref name="service"/> for the server to call, from now on. The object serves concurrent calls and is not disposed of. A server that
    /// calls at once needs it in <see cref="RpcClientOptions.AddService"/> instead.
    /// </summary>
    /// <exception cref="InvalidOperationException">The contract is hosted already.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed of.</exception>
    public void AddService<TContract>(TContract service) where TContract : class, IRpcContract<TContract>
    {
        ArgumentNullException.ThrowIfNull(service);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        _services.Add(new InstanceBinding<TContract>(service, flowsCallState: true));
    }

    /// <summary>
    /// Closes in order: tells the server, ends every call, closes the WebSocket. Calls after it fail with <see cref="RpcStatusCode.Unavailable"/>,
    /// <see cref="RpcExecution.NotExecuted"/>. May be called more than once; never throws.
    /// </summary>
    public ValueTask CloseAsync()
    {
        Volatile.Write(ref _disposed, true);
        return Connection.CloseAsync();
    }

    /// <summary>The same as <see cref="CloseAsync"/>.</summary>
    public ValueTask DisposeAsync() => CloseAsync();

    private static ConnectionSetup Setup(RpcClientOptions options, ServiceTable services, RpcConnectionSecurity security)
    {
        RpcInterceptor[] interceptors = [.. options.Interceptors];
        return new ConnectionSetup
        {
            Role = PeerRole.Client,
            Limits = options.Limits,
            Services = services,
            Security = security,
            OutgoingInterceptors = interceptors,
            IncomingInterceptors = interceptors,
            Observer = options.Observer,
            DetailedErrors = options.DetailedErrors,
            TimeProvider = options.TimeProvider,
            Logger = options.LoggerFactory?.CreateLogger("RpcWss.Client") ?? NullLogger.Instance,
        };
    }

    private static async Task AwaitOpeningAsync(Uri uri, RpcConnection connection, ClientAuthentication authentication, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Opened.WaitAsync(cancellationToken).ConfigureAwait(false);
            await authentication.CompleteAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        catch (RpcConnectException)
        {
            connection.BeginEnd(ConnectionEnd.Closed());
            throw;
        }
        catch (RpcException error)
        {
            throw new RpcConnectException(
                RpcConnectFailure.Hello, $"{ClientUri.Describe(uri)} opened a WebSocket, but its HELLO did not come or is not acceptable: {error.Message}", error);
        }
        catch (OperationCanceledException)
        {
            // Goes on by itself: whoever gave up does not wait for a peer that is silent.
            connection.BeginEnd(ConnectionEnd.Closed());
            throw;
        }
    }
}
