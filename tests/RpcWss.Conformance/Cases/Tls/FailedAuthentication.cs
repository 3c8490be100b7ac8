using System.Net;
using Microsoft.AspNetCore.Builder;
using RpcWss.AspNetCore.Tests;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>Who does not authenticate at the upgrade learns that this is what is missing: Unauthenticated, by 401.</summary>
internal sealed class FailedAuthentication() : TlsCase("failed-authentication-is-unauthenticated")
{
    protected override async Task RunAsync(TlsRun run)
    {
        LoopbackHost host = await run.ServeAsync(TlsRun.Serving(run.Issue()), rpc => HeaderAuthentication.Add(rpc.Services), endpoint => endpoint.RequireAuthorization());
        RpcClientOptions wrong = run.Options(), right = run.Options();
        wrong.Headers["Authorization"] = "Nobody";
        right.Headers["Authorization"] = "User alice";

        RpcConnectException none = await run.FailsAsync(RpcConnectFailure.Unauthenticated, "answered 401. Send credentials", host);
        RpcConnectException refused = await run.FailsAsync(RpcConnectFailure.Unauthenticated, "answered 401. Send credentials", host.Address, wrong);
        Check.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (none.HttpStatus, refused.HttpStatus));
        await using RpcClient client = await RpcClient.ConnectAsync(host.Address, right);
    }
}
