using System.Text.Json;
using System.Xml.Linq;
using RpcWss.Interop.Tests.Proxies;
using RpcWss.Testing;

namespace RpcWss.Interop.Tests.Scanners;

/// <summary>What the scanners that security reviewers use find in a host under each preset. docs/security.md names the commands.</summary>
public sealed class ScannerTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Modern")]
    [InlineData("Intermediate")]
    public async Task Testssl_finds_nothing_in_protocols_ciphers_and_known_attacks(string preset)
    {
        string program = Installed("testssl") ?? Installed("testssl.sh") ?? "";
        Assert.SkipWhen(program.Length == 0, "testssl.sh is not installed.");
        await using RemoteHost host = await StartAsync(preset);
        string report = Path.GetTempFileName();
        File.Delete(report);

        (_, string output) = await Tool.RunAsync(
            program,
            ["--protocols", "--std", "--server-preference", "--vulnerable", "--warnings", "off", "--color", "0", "--ip", "127.0.0.1", "--severity", "LOW", "--jsonfile", report, $"localhost:{host.Port}"],
            Cancel);

        Assert.True(File.Exists(report), output);
        string json = await File.ReadAllTextAsync(report, Cancel);
        File.Delete(report);
        using JsonDocument findings = JsonDocument.Parse(json);
        Assert.Contains("TLS 1.3", output, StringComparison.Ordinal);
        Assert.Empty(findings.RootElement.EnumerateArray().Select(finding => finding.ToString()));
    }

    [Theory]
    [InlineData("Modern", "TLSv1.3")]
    [InlineData("Intermediate", "TLSv1.2 TLSv1.3")]
    public async Task Sslscan_sees_the_presets_protocols_and_strong_ciphers_alone(string preset, string expected)
    {
        string program = Installed("sslscan") ?? "";
        Assert.SkipWhen(program.Length == 0, "sslscan is not installed.");
        await using RemoteHost host = await StartAsync(preset);

        (int code, string output) = await Tool.RunAsync(program, ["--xml=-", "--no-colour", "--sni-name=localhost", $"127.0.0.1:{host.Port}"], Cancel);

        Assert.True(code == 0, output);
        XElement scan = XDocument.Parse(output[output.IndexOf("<?xml", StringComparison.Ordinal)..]).Descendants("ssltest").Single();
        Assert.Equal(
            expected.Split(' '),
            scan.Elements("protocol").Where(protocol => protocol.Attribute("enabled")?.Value == "1").Select(protocol => $"{protocol.Attribute("type")!.Value.ToUpperInvariant()}v{protocol.Attribute("version")!.Value}").Order(StringComparer.Ordinal));
        Assert.NotEmpty(scan.Elements("cipher"));
        Assert.All(scan.Elements("cipher"), cipher =>
        {
            // All suites of TLS 1.3 are called acceptable, a word between strong and weak.
            Assert.Equal(cipher.Attribute("sslversion")?.Value == "TLSv1.3" ? "acceptable" : "strong", cipher.Attribute("strength")?.Value);
            Assert.Matches("GCM|CHACHA20", cipher.Attribute("cipher")!.Value);
        });
        Assert.DoesNotContain(scan.Elements("compression"), compression => compression.Attribute("supported")?.Value == "1");
        Assert.DoesNotContain(scan.Elements("heartbleed"), heartbleed => heartbleed.Attribute("vulnerable")?.Value == "1");
    }

    private Task<RemoteHost> StartAsync(string preset)
    {
        TlsPolicy policy = certificates.Server;
        return RemoteHost.StartAsync(preset == "Modern" ? TlsPolicy.Modern with { ServerCertificates = policy.ServerCertificates } : policy);
    }

    private static string? Installed(string program) => ProxyProcess.Find(program);
}
