using System.Diagnostics;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using RpcWss.Security;

namespace RpcWss.Tls;

/// <summary>
/// Logs each connection whose TLS handshake fails, with its address and how far it came. (The server's own log has the platform's error, without the address; nothing
/// hands that error on.)
/// </summary>
internal sealed class HandshakeWatch(SslProtocols enabled, ILogger logger)
{
    /// <summary>Kestrel's own limit, and how much earlier its timer may fire.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(10), _slack = TimeSpan.FromSeconds(0.1);

    // SslProtocols.Tls11, whose name is obsolete.
    private const int FirstOfTls11 = 768;

    /// <summary>Around the handshake and all that follows.</summary>
    public ConnectionDelegate Begin(ConnectionDelegate next) => async connection =>
    {
        var progress = new HandshakeProgress();
        connection.Features.Set(progress);
        long started = Stopwatch.GetTimestamp();
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            if (!progress.IsComplete && !progress.IsExplained)
            {
                TlsLog.HandshakeFailed(logger, connection.RemoteEndPoint, Reason(progress, Stopwatch.GetElapsedTime(started)));
            }
        }
    };

    /// <summary>After the handshake.</summary>
    public static ConnectionDelegate End(ConnectionDelegate next) => connection =>
    {
        connection.Features.GetRequiredFeature<HandshakeProgress>().IsComplete = true;
        return next(connection);
    };

    private string Reason(HandshakeProgress progress, TimeSpan elapsed) =>
        elapsed >= _limit - _slack ? $"it took longer than {_limit.TotalSeconds:0} s."
        : progress.Offered is not { } offered ? "what came is no TLS, or nothing came."
        : (offered & enabled) == 0 && offered != SslProtocols.None ? $"it offers nothing newer than {Newest(offered)}, and TlsPolicy.MinimumVersion asks for more."
        : $"no cipher suite suits both, or the client did not accept the certificate for \"{PeerText.Clean(progress.ServerName)}\".";

    private static string Newest(SslProtocols offered) =>
        offered.HasFlag(SslProtocols.Tls12) ? "TLS 1.2"
        : (int)offered >= FirstOfTls11 ? "TLS 1.1"
        : "TLS 1.0";
}

/// <summary>On a connection: how far its TLS handshake came.</summary>
internal sealed class HandshakeProgress
{
    /// <summary>The versions that the client offered; null before its first message was understood.</summary>
    public SslProtocols? Offered { get; set; }

    /// <summary>The name that it asked for.</summary>
    public string ServerName { get; set; } = "";

    /// <summary>Whether another event has said why it fails.</summary>
    public bool IsExplained { get; set; }

    public bool IsComplete { get; set; }
}
