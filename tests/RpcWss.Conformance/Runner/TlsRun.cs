using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;
using RpcWss.Testing;

namespace RpcWss.Conformance.Runner;

/// <summary>One run of a <see cref="TlsCase"/>: its certificates, its servers, and clients that are let in or not.</summary>
internal sealed class TlsRun(CaseSettings settings) : IAsyncDisposable
{
    private static readonly string[] _localNames = ["localhost", "127.0.0.1"];

    private readonly LogSink _log = new();
    private readonly List<LoopbackHost> _hosts = [];

    /// <summary>The authority that clients trust.</summary>
    public TestAuthority Root { get; } = TestAuthority.CreateRoot("RpcWss Conformance TLS Root");

    /// <summary>One that nobody trusts.</summary>
    public TestAuthority Stranger { get; } = TestAuthority.CreateRoot("RpcWss Conformance Stranger");

    /// <summary>Where authorities publish who is revoked.</summary>
    public LoopbackPages Pages { get; } = new();

    /// <summary>The version that servers speak which are not under a policy.</summary>
    public SslProtocols Protocol => settings.Wire == Wire.LoopbackTls12 ? SslProtocols.Tls12 : SslProtocols.Tls13;

    /// <summary>A client's policy: trusts <see cref="Root"/> alone and asks nobody about revocation.</summary>
    public TlsPolicy Policy => TlsPolicy.Intermediate with
    {
        TrustMode = TlsTrustMode.OwnRoots,
        TrustedRoots = [Root.Certificate],
        Revocation = TlsRevocationMode.Disabled,
        // A server under a policy has TLS 1.3 too; suites of 1.2 alone keep the client to that.
        CipherSuites = Protocol == SslProtocols.Tls12 ? [TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384] : [],
    };

    /// <summary>A sound certificate for localhost.</summary>
    public X509Certificate2 Issue(CertificateTraits? traits = null) => Root.Issue("localhost", _localNames, traits ?? new CertificateTraits());

    /// <summary>A server that shows a certificate, whatever is wrong with it.</summary>
    public Task<LoopbackHost> ShowAsync(X509Certificate2 certificate)
    {
        var tls = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
            EnabledSslProtocols = Protocol,
        };
        return ServeAsync(listen => listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(tls) }));
    }

    /// <summary>A server under a policy.</summary>
    public Task<LoopbackHost> ServeAsync(TlsPolicy policy, Action<RpcWssBuilder>? configure = null, Action<IEndpointConventionBuilder>? map = null) =>
        ServeAsync(listen => listen.UseRpcTls(policy), configure, map);

    public async Task<LoopbackHost> ServeAsync(Action<ListenOptions> listen, Action<RpcWssBuilder>? configure = null, Action<IEndpointConventionBuilder>? map = null)
    {
        LoopbackHost host = await LoopbackHost.StartAsync(
            _log, listen, rpc =>
            {
                rpc.AddService<IEcho>(new EchoService(new Board()));
                configure?.Invoke(rpc);
            }, map);
        _hosts.Add(host);
        return host;
    }

    /// <summary>A policy of a server with one certificate for all names.</summary>
    public static TlsPolicy Serving(X509Certificate2 certificate) => TlsPolicy.Intermediate with
    {
        ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = TlsCertificateSource.FromCertificate(certificate) },
    };

    public Task<RpcClient> DialAsync(Uri address, TlsPolicy? policy = null) => RpcClient.ConnectAsync(address, Options(policy));

    public RpcClientOptions Options(TlsPolicy? policy = null) => new() { UseProxy = false, LoggerFactory = _log, Tls = policy ?? Policy };

    /// <summary>A client gets in, over the run's version of TLS, and a call passes.</summary>
    public async Task GetsInAsync(LoopbackHost host, TlsPolicy? policy = null)
    {
        await using RpcClient client = await DialAsync(host.Address, policy);
        Check.Equal(Protocol, client.Connection.Security.Protocol);
        Check.Equal(8, await client.GetProxy<IEcho>().NextAsync(7));
    }

    /// <summary>A client does not get in, for this reason and with this in its message.</summary>
    public async Task<RpcConnectException> FailsAsync(RpcConnectFailure reason, string text, Uri address, RpcClientOptions options)
    {
        RpcConnectException error = await Check.ThrowsAsync<RpcConnectException>(RpcClient.ConnectAsync(address, options));
        Check.Equal(reason, error.Reason);
        Check.Contains(text, error.Message);
        return error;
    }

    public Task<RpcConnectException> FailsAsync(RpcConnectFailure reason, string text, LoopbackHost host, TlsPolicy? policy = null) =>
        FailsAsync(reason, text, host.Address, Options(policy));

    /// <summary>Fails the case for what was logged unasked.</summary>
    public void Finish(ConformanceCase judged) => SideReport.Judge(judged, SideReport.Of([], _log));

    public async ValueTask DisposeAsync()
    {
        foreach (LoopbackHost host in _hosts)
        {
            await host.DisposeAsync();
        }

        await Pages.DisposeAsync();
        Root.Dispose();
        Stranger.Dispose();
    }
}
