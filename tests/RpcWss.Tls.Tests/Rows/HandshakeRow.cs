using RpcWss.Client.Tests;

namespace RpcWss.Tls.Tests.Rows;

/// <summary>A peer with which no TLS handshake comes about.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Server">Starts it.</param>
/// <param name="Reason">What the client makes of it.</param>
/// <param name="Text">The whole message, after the address.</param>
internal sealed record HandshakeRow(string Name, Func<Pki, RawServer> Server, RpcConnectFailure Reason, string Text)
{
    public Func<TlsPolicy, TlsPolicy> Client { get; init; } = static policy => policy;
}
