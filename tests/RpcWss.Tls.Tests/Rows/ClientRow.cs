namespace RpcWss.Tls.Tests.Rows;

/// <summary>A client's certificate, and what a server makes of it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Client">Makes what the client shows; null for no certificate.</param>
internal sealed record ClientRow(string Name, Func<Pki, Shown?> Client)
{
    public TlsClientAuthentication Mode { get; init; } = TlsClientAuthentication.Required;

    public TlsRevocationMode Revocation { get; init; } = TlsRevocationMode.Disabled;

    /// <summary>Why it is refused; null where it is not.</summary>
    public string? Refusal { get; init; }
}
