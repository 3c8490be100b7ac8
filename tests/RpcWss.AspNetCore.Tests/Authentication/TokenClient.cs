using Microsoft.Extensions.Logging;

namespace RpcWss.AspNetCore.Tests.Authentication;

/// <summary>Options of clients that have tokens.</summary>
internal static class TokenClient
{
    /// <summary>A client that has one token.</summary>
    public static RpcClientOptions With(this RpcClientOptions options, string? token, RpcAccessTokenPlacement placement = RpcAccessTokenPlacement.InBand) =>
        options.With((_, _) => new ValueTask<RpcAccessToken?>(token is null ? null : new RpcAccessToken(token)), placement);

    public static RpcClientOptions With(
        this RpcClientOptions options, Func<RpcTokenRequest, CancellationToken, ValueTask<RpcAccessToken?>> provider, RpcAccessTokenPlacement placement = RpcAccessTokenPlacement.InBand)
    {
        options.AccessTokenProvider = provider;
        options.AccessTokenPlacement = placement;
        return options;
    }

    /// <summary>Its clock is the test's, and nothing but the test turns it.</summary>
    public static RpcClientOptions On(this RpcClientOptions options, TimeProvider time)
    {
        options.TimeProvider = time;
        options.Limits = Quiet;
        return options;
    }

    public static RpcClientOptions LoggingTo(this RpcClientOptions options, LogSink log)
    {
        options.LoggerFactory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        return options;
    }

    /// <summary>Pings and deadlines would come due as the clock turns.</summary>
    public static RpcLimits Quiet { get; } = new() { PingInterval = Timeout.InfiniteTimeSpan, DefaultDeadline = Timeout.InfiniteTimeSpan };
}
