using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>A certificate for another host is refused with the names that it has; the right one is let pass.</summary>
internal sealed class WrongHostName() : TlsCase("wrong-host-name")
{
    protected override async Task RunAsync(TlsRun run)
    {
        await run.FailsAsync(
            RpcConnectFailure.CertificateName, "is not for that name; it has other.example", await run.ShowAsync(run.Root.Issue("localhost", ["other.example"])));
        await run.GetsInAsync(await run.ShowAsync(run.Issue()));
    }
}
