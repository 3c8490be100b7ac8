using Microsoft.AspNetCore.Builder;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>Without encryption nothing goes, unless both ends opted in to it, which counts for this same computer alone.</summary>
internal sealed class PlainRefused() : TlsCase("plain-websocket-refused-unless-opted-in")
{
    public override Wire Wires => Wire.Loopback;

    protected override async Task RunAsync(TlsRun run)
    {
        LoopbackHost closed = await run.ServeAsync(_ => { });
        LoopbackHost open = await run.ServeAsync(_ => { }, rpc => rpc.AllowUnencryptedLoopback = true);
        RpcClientOptions optedIn = run.Options();
        optedIn.AllowUnencryptedLoopback = true;

        ArgumentException refusal = await Check.ThrowsAsync<ArgumentException>(RpcClient.ConnectAsync(Plain(open.Address), run.Options()));
        Check.Contains("is not encrypted. Use wss", refusal.Message);
        ArgumentException elsewhere = await Check.ThrowsAsync<ArgumentException>(RpcClient.ConnectAsync(new Uri("ws://orders.example/rpc"), optedIn));
        Check.Contains("AllowUnencryptedLoopback allows that to localhost", elsewhere.Message);
        await run.FailsAsync(RpcConnectFailure.HttpRefused, "This endpoint takes encrypted connections alone.", Plain(closed.Address), optedIn);

        await using RpcClient client = await RpcClient.ConnectAsync(Plain(open.Address), optedIn);
        Check.That(!client.Connection.Security.IsEncrypted);
        Check.Equal(8, await client.GetProxy<IEcho>().NextAsync(7));
    }

    private static Uri Plain(Uri address) => new UriBuilder(address) { Scheme = Uri.UriSchemeWs }.Uri;
}
