using RpcWss.Testing;

namespace RpcWss.Interop.Tests.Browsers;

/// <summary>Peers that share no code with ours: WebSockets of npm, a MessagePack of npm, and docs/protocol.md. Needs node and npm, as building this repository does.</summary>
public sealed class JavaScriptPeerTests(Certificates certificates) : IAsyncLifetime
{
    private static readonly string _folder = Path.Combine(Tool.Repository, "tests", "interop-js");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (int code, string output) = await Tool.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--prefix", _folder], Cancel);
        Assert.True(code == 0, output);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("ws")]
    [InlineData("undici")]
    public async Task It_opens_a_connection_and_makes_a_call(string library)
    {
        await using RemoteHost host = await RemoteHost.StartAsync(certificates.Server);

        (int code, string output) = await RunAsync(host, library, origin: $"https://localhost:{host.Port}");

        Assert.True(code == 0, output);
        Assert.Equal("grüezi", output.TrimEnd());
    }

    [Theory]
    [InlineData("ws", "Unexpected server response: 403")]
    [InlineData("undici", "refused")]
    public async Task It_is_refused_with_another_origin_and_let_in_with_a_listed_one(string library, string expected)
    {
        await using RemoteHost host = await RemoteHost.StartAsync(certificates.Server, rpc => rpc.AllowedOrigins.Add("https://listed.example"));

        (int code, string output) = await RunAsync(host, library, "https://evil.example");
        (int listedCode, string listedOutput) = await RunAsync(host, library, "https://listed.example");

        Assert.True(code == 2, output);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.True(listedCode == 0, listedOutput);
    }

    private Task<(int Code, string Output)> RunAsync(RemoteHost host, string library, string origin) => Tool.RunAsync(
        "node",
        [Path.Combine(_folder, "peer.mjs"), library, $"wss://localhost:{host.Port}/rpc", origin, "grüezi"],
        Cancel,
        new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = Path.Combine(certificates.Folder, "root.pem") });
}
