using System.Net;
using Microsoft.Extensions.Logging;

namespace RpcWss.Tls;

/// <summary>What happens to TLS. Event ids are stable; 2100 to 2199 are of this class.</summary>
internal static partial class TlsLog
{
    [LoggerMessage(2101, LogLevel.Information, "The certificate from {Source} was replaced; new connections get {Thumbprint}, valid until {NotAfter:u}.")]
    public static partial void Rotated(ILogger logger, string source, string thumbprint, DateTime notAfter);

    [LoggerMessage(2102, LogLevel.Error, "The new certificate from {Source} cannot be used; the one before it stays. Repair the files, which are read again.")]
    public static partial void RotationFailed(ILogger logger, string source, Exception error);

    [LoggerMessage(2103, LogLevel.Information, "A TLS handshake asked for \"{ServerName}\", for which there is no certificate, from {Remote}.")]
    public static partial void UnknownName(ILogger logger, string serverName, EndPoint? remote);

    [LoggerMessage(2104, LogLevel.Information, "A client at {Remote} was refused for its certificate: {Reason}")]
    public static partial void ClientRefused(ILogger logger, EndPoint? remote, string reason);

    [LoggerMessage(2105, LogLevel.Information, "The TLS handshake of {Remote} did not complete: {Reason}")]
    public static partial void HandshakeFailed(ILogger logger, EndPoint? remote, string reason);
}
