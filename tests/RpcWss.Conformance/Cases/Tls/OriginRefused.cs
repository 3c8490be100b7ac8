using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>A page of another origin gets no connection; one of the endpoint's own, or a listed one, does.</summary>
internal sealed class OriginRefused() : TlsCase("origin-refused")
{
    protected override async Task RunAsync(TlsRun run)
    {
        LoopbackHost host = await run.ServeAsync(TlsRun.Serving(run.Issue()), rpc => rpc.AllowedOrigins.Add("https://app.example"));

        foreach (string origin in new[] { "https://evil.example", "null", "https://localhost", $"http://localhost:{host.Address.Port}" })
        {
            await run.FailsAsync(RpcConnectFailure.HttpRefused, "answered 403: \"Pages of this origin may not connect here.", host.Address, From(origin));
        }

        foreach (string origin in new[] { "https://app.example", $"https://localhost:{host.Address.Port}" })
        {
            await using RpcClient client = await RpcClient.ConnectAsync(host.Address, From(origin));
        }

        RpcClientOptions From(string origin)
        {
            RpcClientOptions options = run.Options();
            options.Headers["Origin"] = origin;
            return options;
        }
    }
}
