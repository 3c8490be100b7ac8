using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RpcWss.AspNetCore.Tests.Contracts;
using RpcWss.Testing;

namespace RpcWss.AspNetCore.Tests.Tls;

/// <summary>Certificate files that are replaced while the server runs. The clock is the test's, so each look at the files is too.</summary>
public sealed class RotationTests(Certificates certificates) : IDisposable
{
    private const int Rotated = 2101;
    private const int Failed = 2102;

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rpcwss-rotation-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string CertificatePath => Path.Combine(_folder.FullName, "server.pem");

    private string KeyPath => Path.Combine(_folder.FullName, "server.key");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task No_connection_is_dropped_or_refused_while_certificates_are_replaced()
    {
        X509Certificate2 first = Write();
        await using TestHost host = await StartAsync();
        RpcClient[] live = await ConnectAsync(host, 200);
        Assert.All(live, client => Assert.Equal(first.Thumbprint, client.Connection.Security.PeerCertificate?.Thumbprint));

        for (int rotation = 0; rotation < 5; rotation++)
        {
            // Those that come meanwhile get the one or the other.
            Task<RpcClient>[] meanwhile = [.. Enumerable.Range(0, 25).Select(_ => ConnectAsync(host))];
            X509Certificate2 next = Write();
            _time.Advance(TimeSpan.FromSeconds(2));
            foreach (RpcClient client in await Task.WhenAll(meanwhile))
            {
                await client.DisposeAsync();
            }

            await using RpcClient after = await ConnectAsync(host);
            Assert.Equal(next.Thumbprint, after.Connection.Security.PeerCertificate?.Thumbprint);
        }

        string[] answers = await Task.WhenAll(live.Select(client => client.GetProxy<IProbe>().AskAsync("still here", Cancel).AsTask()));
        Assert.All(answers, answer => Assert.Equal("still here", answer));
        Assert.True(host.Log.Entries.Count(entry => entry.Id == Rotated) >= 5);
        await Task.WhenAll(live.Select(client => client.CloseAsync().AsTask()));
    }

    [Fact]
    public async Task Fifty_connections_a_second_open_during_rotations_and_all_get_in_with_the_certificate_of_the_moment()
    {
        const int Rotations = 5;
        const int PerRotation = 30;
        List<string> written = [Write().Thumbprint];
        await using TestHost host = await StartAsync();
        // On a slow machine a handshake may come upon files that are half written.
        host.Log.Expected.Add(Failed);
        RpcClient[] live = await ConnectAsync(host, 200);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        List<Task<(RpcClient Client, int AtLeast)>> opening = [];

        for (int opened = 0; opened < Rotations * PerRotation; opened++)
        {
            if (opened % PerRotation == 0)
            {
                written.Add(Write().Thumbprint);
                _time.Advance(TimeSpan.FromSeconds(2));
            }

            await pace.WaitForNextTickAsync(Cancel);
            opening.Add(OpenAsync());
        }

        (RpcClient Client, int AtLeast)[] meanwhile = await Task.WhenAll(opening);
        Assert.All(meanwhile, open => Assert.True(written.IndexOf(open.Client.Connection.Security.PeerCertificate!.Thumbprint) >= open.AtLeast, "An old certificate was shown."));
        Assert.Equal(written[^1], meanwhile[^1].Client.Connection.Security.PeerCertificate!.Thumbprint);
        RpcClient[] all = [.. live, .. meanwhile.Select(open => open.Client)];
        string[] answers = await Task.WhenAll(all.Select(client => client.GetProxy<IProbe>().AskAsync("still here", Cancel).AsTask()));
        Assert.All(answers, answer => Assert.Equal("still here", answer));
        await Task.WhenAll(all.Select(client => client.CloseAsync().AsTask()));

        async Task<(RpcClient, int)> OpenAsync()
        {
            // Whatever has been rotated to by now, this one gets that or what comes after it.
            string? newest = host.Log.Entries.LastOrDefault(entry => entry.Id == Rotated)?.Text;
            int atLeast = newest is null ? 0 : written.FindIndex(thumbprint => newest.Contains(thumbprint, StringComparison.Ordinal));
            return (await ConnectAsync(host), atLeast);
        }
    }

    [Fact]
    public async Task A_certificate_without_its_key_yet_waits_for_it_and_is_complained_of_once()
    {
        X509Certificate2 first = Write();
        await using TestHost host = await StartAsync();
        host.Log.Expected.Add(Failed);
        X509Certificate2 next = Issue();
        File.WriteAllText(CertificatePath, next.ExportCertificatePem());

        for (int look = 0; look < 3; look++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(first.Thumbprint, (await Handshake.WithAsync(host, "localhost")).Certificate);
        }

        Assert.Single(host.Log.Entries, entry => entry.Id == Failed);
        File.WriteAllText(KeyPath, KeyOf(next));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(next.Thumbprint, (await Handshake.WithAsync(host, "localhost")).Certificate);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("name")]
    [InlineData("garbage")]
    [InlineData("absent")]
    public async Task A_new_certificate_that_cannot_work_leaves_the_old_one_in_place(string flaw)
    {
        X509Certificate2 first = Write();
        await using TestHost host = await StartAsync();
        host.Log.Expected.Add(Failed);
        switch (flaw)
        {
            case "expired":
                Write(certificates.Test.Expired);
                break;
            case "name":
                Write(certificates.Test.WrongName);
                break;
            case "garbage":
                File.WriteAllText(CertificatePath, "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");
                break;
            default:
                File.Delete(CertificatePath);
                break;
        }

        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(first.Thumbprint, (await Handshake.WithAsync(host, "localhost")).Certificate);
        Assert.Single(host.Log.Entries, entry => entry.Id == Failed);
    }

    [Fact]
    public async Task A_PFX_file_serves_and_rotates_too()
    {
        string path = Path.Combine(_folder.FullName, "server.pfx");
        File.WriteAllBytes(path, Issue().Export(X509ContentType.Pkcs12, "secret"));
        await using TestHost host = await StartAsync(TlsCertificateSource.FromPfxFile(path, "secret"));
        await Handshake.WithAsync(host, "localhost");
        X509Certificate2 next = Issue();
        File.WriteAllBytes(path, next.Export(X509ContentType.Pkcs12, "secret"));

        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(next.Thumbprint, (await Handshake.WithAsync(host, "localhost")).Certificate);
    }

    private X509Certificate2 Issue() => certificates.Test.Root.Issue("localhost", ["localhost"]);

    private X509Certificate2 Write() => Write(Issue());

    private X509Certificate2 Write(X509Certificate2 certificate)
    {
        File.WriteAllText(KeyPath, KeyOf(certificate));
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        return certificate;
    }

    private static string KeyOf(X509Certificate2 certificate) => certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    private Task<TestHost> StartAsync(TlsCertificateSource? source = null)
    {
        TlsPolicy policy = TlsPolicy.Intermediate with
        {
            ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["localhost"] = source ?? TlsCertificateSource.FromPemFiles(CertificatePath, KeyPath) },
        };
        return TestHost.StartAsync(
            certificates, rpc => rpc.AddService<IProbe>(new Answering(text => text)), services => services.AddSingleton<TimeProvider>(_time), policy: policy);
    }

    // A few at a time: how long a machine takes for all of them at once is not what these tests are about.
    private async Task<RpcClient[]> ConnectAsync(TestHost host, int count)
    {
        List<RpcClient> connected = [];
        foreach (int[] some in Enumerable.Range(0, count).Chunk(10))
        {
            connected.AddRange(await Task.WhenAll(some.Select(_ => ConnectAsync(host))));
        }

        return [.. connected];
    }

    private Task<RpcClient> ConnectAsync(TestHost host)
    {
        RpcClientOptions options = certificates.Options();
        options.Limits = new RpcLimits { HandshakeTimeout = TimeSpan.FromMinutes(1) };
        return RpcClient.ConnectAsync(host.Rpc, options, Cancel);
    }
}
