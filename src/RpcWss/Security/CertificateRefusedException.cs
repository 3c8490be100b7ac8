namespace RpcWss.Security;

/// <summary>
/// Thrown by the validation of a server's certificate: the exception reaches the caller of the connect, within others, after a single handshake,
/// where a plain <see langword="false"/> would lose the reason.
/// </summary>
internal sealed class CertificateRefusedException(RpcConnectFailure reason, string message) : Exception(message)
{
    public RpcConnectFailure Reason { get; } = reason;
}
