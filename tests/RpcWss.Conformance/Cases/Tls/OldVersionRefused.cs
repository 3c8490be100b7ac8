using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>An end that wants TLS 1.3 alone does not talk to one that has 1.2 alone, whichever of them is the server.</summary>
internal sealed class OldVersionRefused() : TlsCase("old-protocol-version-refused")
{
    public override Wire Wires => Wire.LoopbackTls12;

    protected override async Task RunAsync(TlsRun run)
    {
        TlsPolicy modern = run.Policy with { MinimumVersion = TlsPolicy.Modern.MinimumVersion, CipherSuites = [] };
        await run.FailsAsync(RpcConnectFailure.TlsVersion, "have no TLS version in common", await run.ShowAsync(run.Issue()), modern);

        TlsPolicy serving = TlsRun.Serving(run.Issue());
        await run.FailsAsync(
            RpcConnectFailure.TlsVersion, "have no TLS version in common", await run.ServeAsync(serving with { MinimumVersion = modern.MinimumVersion }), run.Policy);
        await run.GetsInAsync(await run.ServeAsync(serving), run.Policy);
    }
}
