namespace RpcWss.Tls.Tests.Rows;

/// <summary>A server's certificate, and what a client makes of it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Server">Makes what the server shows.</param>
internal sealed record ServerRow(string Name, Func<Pki, Shown> Server)
{
    /// <summary>What the client connects to.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>What the client asks for by SNI; null for none.</summary>
    public string? ServerName { get; init; } = "localhost";

    /// <summary>Changes the client's policy, which trusts the usual root.</summary>
    public Func<TlsPolicy, Shown, TlsPolicy> Client { get; init; } = static (policy, _) => policy;

    /// <summary>Why it fails; null where it does not.</summary>
    public RpcConnectFailure? Reason { get; init; }

    /// <summary>The whole message.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it is asked whether the certificate has been revoked, where there is somebody to ask.</summary>
    public bool Asks { get; init; } = true;
}
