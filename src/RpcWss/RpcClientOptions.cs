using System.Net;
using Microsoft.Extensions.Logging;
using RpcWss.Services;

namespace RpcWss;

/// <summary>
/// How a client connects and what it hosts. Read when <see cref="RpcClient.ConnectAsync"/> is called; later changes have no effect. Not thread-safe.
/// </summary>
public sealed class RpcClientOptions
{
    /// <summary>The bounds of the connection; <see cref="RpcLimits.HandshakeTimeout"/> bounds the whole of connecting.</summary>
    public RpcLimits Limits { get; set; } = new();

    /// <summary>How the connection is encrypted and whom it trusts. Default: <see cref="TlsPolicy.Intermediate"/>.</summary>
    public TlsPolicy Tls { get; set; } = TlsPolicy.Intermediate;

    /// <summary>
    /// Headers of the request that opens the connection, such as <c>Authorization</c>. Their values are never logged. Default: none.
    /// </summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Where access tokens come from. Asked whenever a connection is opened, and again well before the token expires, where the server takes tokens on an open
    /// connection; null from it: none, connect without. It may be asked at any time and on any thread. What it takes counts towards
    /// <see cref="RpcLimits.HandshakeTimeout"/>. Tokens are never logged. Default: null, no tokens.
    /// </summary>
    /// <example><code>options.AccessTokenProvider = async (request, cancellationToken) => new RpcAccessToken(await identity.GetTokenAsync(cancellationToken));</code></example>
    public Func<RpcTokenRequest, CancellationToken, ValueTask<RpcAccessToken?>>? AccessTokenProvider { get; set; }

    /// <summary>
    /// How the first token of a connection gets to the server; later ones go over the connection. Default: <see cref="RpcAccessTokenPlacement.Header"/>.
    /// </summary>
    public RpcAccessTokenPlacement AccessTokenPlacement { get; set; }

    /// <summary>
    /// See every call in both directions (<see cref="RpcInterceptedCall.IsOutgoing"/> tells which), the first one outermost. Default: none.
    /// </summary>
    public IList<RpcInterceptor> Interceptors { get; } = [];

    /// <summary>Told what happens on the connection. Default: null, nobody.</summary>
    public RpcObserver? Observer { get; set; }

    /// <summary>Where the client logs. Default: null, nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Whether a server that calls this client gets the type and text of exceptions that its services do not handle. Default:
    /// <see langword="false"/>; they may hold what the server should not see.
    /// </summary>
    public bool DetailedErrors { get; set; }

    /// <summary>
    /// The version of HTTP that the WebSocket is opened over. Default: <see cref="RpcHttpVersion.Http11"/>, which is faster for one busy connection; with
    /// <see cref="RpcHttpVersion.Http2OrHttp11"/> many connections of one process to one server open faster.
    /// </summary>
    public RpcHttpVersion HttpVersion { get; set; }

    /// <summary>
    /// With whom TLS connections are shared where <see cref="HttpVersion"/> is HTTP/2. Default: an object of these options alone, so clients that connect with these same options
    /// share; assign one object to several options for their clients to share.
    /// </summary>
    public RpcConnectionSharing Sharing { get; set; } = new();

    /// <summary>Whether a proxy is used at all. Default: <see langword="true"/>.</summary>
    public bool UseProxy { get; set; } = true;

    /// <summary>
    /// The proxy (HTTP CONNECT or SOCKS), with its credentials. Default: null, the one of the environment, such as <c>HTTPS_PROXY</c>, if there is
    /// one.
    /// </summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>
    /// Whether <c>ws://</c>, without any encryption, may be used to connect to this same computer. Default: <see langword="false"/>.
    /// </summary>
    public bool AllowUnencryptedLoopback { get; set; }

    /// <summary>What the client hosts when it connects.</summary>
    internal List<ServiceBinding> Services { get; } = [];

    /// <summary>
    /// Hosts <paramref name="service"/> for the server to call, from the first moment of the connection. The object serves concurrent calls and is
    /// not disposed of.
    /// </summary>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    public RpcClientOptions AddService<TContract>(TContract service) where TContract : class, IRpcContract<TContract>
    {
        ArgumentNullException.ThrowIfNull(service);
        Services.Add(new InstanceBinding<TContract>(service, flowsCallState: true));
        return this;
    }

    /// <exception cref="ArgumentException">Values are not possible, alone or together.</exception>
    internal void Validate()
    {
        Limits.Validate();
        Tls.Validate();
        ArgumentNullException.ThrowIfNull(Sharing);
        switch (HttpVersion)
        {
            case RpcHttpVersion.Http11 or RpcHttpVersion.Http2OrHttp11 or RpcHttpVersion.Http2:
                break;
            case RpcHttpVersion.Http3:
                throw new ArgumentException(
                    "RpcClientOptions.HttpVersion is Http3, over which neither .NET's WebSocket client nor ASP.NET Core's server opens WebSockets (RFC 9220) yet. Use Http11, or Http2OrHttp11 for many connections to one server.",
                    nameof(HttpVersion));
            default:
                throw new ArgumentException($"RpcClientOptions.HttpVersion is {(int)HttpVersion}; it must be Http11, Http2OrHttp11 or Http2.", nameof(HttpVersion));
        }

        foreach (string name in Headers.Keys)
        {
            Client.ClientHeaders.Check(name);
        }

        if (AccessTokenProvider is not null && AccessTokenPlacement == RpcAccessTokenPlacement.Header && Headers.ContainsKey("Authorization"))
        {
            throw new ArgumentException("RpcClientOptions.Headers has Authorization, which RpcClientOptions.AccessTokenProvider sets too. Use one of them.", nameof(Headers));
        }
    }
}
