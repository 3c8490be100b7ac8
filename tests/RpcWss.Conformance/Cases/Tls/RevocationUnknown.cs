using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;
using RpcWss.Testing;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>Where nothing can be found out about revocation, a policy that requires it refuses and one that does its best goes on.</summary>
internal sealed class RevocationUnknown() : TlsCase("revocation-unknown")
{
    protected override async Task RunAsync(TlsRun run)
    {
        LoopbackPage list = run.Pages.Publish(_ => null);
        LoopbackHost host = await run.ShowAsync(run.Issue(new CertificateTraits { RevocationList = list.Address }));

        await run.FailsAsync(
            RpcConnectFailure.RevocationUnknown, "could not be found out, and TlsPolicy.Revocation is Required", host, run.Policy with { Revocation = TlsRevocationMode.Required });
        Check.That(list.Asked > 0, "the list was asked for");
        await run.GetsInAsync(host, run.Policy with { Revocation = TlsRevocationMode.BestEffort });
        await run.GetsInAsync(host, run.Policy with { Revocation = TlsRevocationMode.Disabled });
    }
}
