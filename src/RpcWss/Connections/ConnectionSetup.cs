using System.Security.Claims;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RpcWss.Connections.Authentication;
using RpcWss.Protocol;
using RpcWss.Services;

namespace RpcWss.Connections;

/// <summary>What a connection is started with.</summary>
internal sealed record ConnectionSetup
{
    public required PeerRole Role { get; init; }

    public RpcLimits Limits { get; init; } = new();

    public ServiceTable Services { get; init; } = new();

    /// <summary>Where scoped services come from; null where there is no container.</summary>
    public IServiceProvider? ServiceProvider { get; init; }

    /// <summary>Who the peer is.</summary>
    public ClaimsPrincipal User { get; init; } = new(new ClaimsIdentity());

    /// <summary>When what the peer was authenticated by at the upgrade expires; null for never.</summary>
    public DateTimeOffset? UserExpiresAt { get; init; }

    /// <summary>A server's judge of tokens that come by AUTH; null where none are taken.</summary>
    public TokenAuthority? Tokens { get; init; }

    /// <summary>Whether the peer is served only once it has authenticated by AUTH.</summary>
    public bool RequiresToken { get; init; }

    /// <summary>After how long the connection ends in order; null for never.</summary>
    public TimeSpan? MaxAge { get; init; }

    public RpcConnectionSecurity Security { get; init; } = new();

    public RpcInterceptor[] OutgoingInterceptors { get; init; } = [];

    public RpcInterceptor[] IncomingInterceptors { get; init; } = [];

    public RpcObserver? Observer { get; init; }

    /// <summary>Gets the connection before a byte goes either way: what it registers is there when the peer's first call is served.</summary>
    public Action<RpcConnection>? Starting { get; init; }

    /// <summary>Whether the peer gets the text and type of unhandled exceptions.</summary>
    public bool DetailedErrors { get; init; }

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
