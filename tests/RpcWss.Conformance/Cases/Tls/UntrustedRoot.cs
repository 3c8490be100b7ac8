using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>A certificate of an authority that the client does not trust is refused, and the authority named.</summary>
internal sealed class UntrustedRoot() : TlsCase("untrusted-root")
{
    protected override async Task RunAsync(TlsRun run) => await run.FailsAsync(
        RpcConnectFailure.UntrustedRoot, "leads to \"CN=RpcWss Conformance Stranger\"", await run.ShowAsync(run.Stranger.Issue("localhost", ["localhost"])));
}
