using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.Extensions.Time.Testing;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>Who shares a TLS connection with whom, and for how long. Nothing is dialled here.</summary>
public sealed class ConnectionSharingTests(Certificates certificates)
{
    private readonly FakeTimeProvider _time = new();
    private readonly RpcConnectionSharing _sharing = new();

    [Fact]
    public void The_last_user_closes_it_and_nothing_is_left()
    {
        SharedConnectionUse first = Join(Options());
        SharedConnectionUse second = Join(Options());
        Assert.True(first.IsFirst);
        Assert.False(second.IsFirst);
        Assert.Same(first.Connection, second.Connection);

        first.Dispose();
        first.Dispose();
        Assert.Equal(1, _sharing.Count);
        second.Dispose();
        Assert.Equal(0, _sharing.Count);
        Assert.True(Join(Options()).IsFirst);
    }

    [Fact]
    public void Options_that_were_made_alike_share()
    {
        RpcClientOptions options = Options();
        RpcClientOptions alike = Options();
        Assert.NotSame(options.Tls, alike.Tls);

        Join(options);

        Assert.False(Join(alike).IsFirst);
    }

    public static TheoryData<string> Differences => ["host", "port", "pins", "roots", "version", "ciphers", "revocation", "certificate", "proxy", "none"];

    [Theory]
    [MemberData(nameof(Differences))]
    public void Another_server_policy_or_proxy_does_not(string difference)
    {
        RpcClientOptions options = Options();
        Join(options);
        Uri uri = new(difference switch { "host" => "wss://other.example/", "port" => "wss://orders.example:444/", _ => "wss://orders.example/rpc" });
        options.Tls = difference switch
        {
            "pins" => options.Tls with { PinnedKeys = [new string('0', 64)] },
            "roots" => options.Tls with { TrustedRoots = [certificates.Test.OtherRoot.Certificate] },
            "version" => options.Tls with { MinimumVersion = SslProtocols.Tls13 },
            "ciphers" => options.Tls with { CipherSuites = [TlsCipherSuite.TLS_AES_128_GCM_SHA256] },
            "revocation" => options.Tls with { Revocation = TlsRevocationMode.Required },
            "certificate" => options.Tls with { ClientCertificate = TlsCertificateSource.FromCertificate(certificates.Test.Server) },
            _ => options.Tls,
        };
        options.Proxy = difference == "proxy" ? new WebProxy("http://proxy.example:3128") : null;
        options.UseProxy = difference != "none";

        Assert.True(_sharing.Join(SharedConnectionKey.Of(uri, options), _time).IsFirst);
    }

    [Fact]
    public void A_path_does_not_matter()
    {
        Join(Options());

        Assert.False(_sharing.Join(SharedConnectionKey.Of(new Uri("wss://orders.example/other?a=b"), Options()), _time).IsFirst);
    }

    [Fact]
    public void A_clients_certificate_that_was_renewed_gets_a_handshake_of_its_own()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rpcwss-sharing-");
        try
        {
            string file = Path.Combine(folder.FullName, "client.pfx");
            RpcClientOptions options = Options();
            options.Tls = options.Tls with { ClientCertificate = TlsCertificateSource.FromPfxFile(file) };
            File.WriteAllText(file, "one");
            Join(options);
            Assert.False(Join(options).IsFirst);

            File.WriteAllText(file, "the next one");

            Assert.True(Join(options).IsFirst);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Nobody_joins_after_ten_minutes_and_those_who_are_there_stay()
    {
        SharedConnectionUse early = Join(Options());
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.False(Join(Options()).IsFirst);
        _time.Advance(TimeSpan.FromTicks(1));

        SharedConnectionUse late = Join(Options());
        early.Dispose();

        Assert.True(late.IsFirst);
        Assert.Same(late.Connection, Join(Options()).Connection);
    }

    [Fact]
    public void Servers_that_refuse_are_remembered_for_a_minute_and_not_without_bound()
    {
        var first = SharedConnectionKey.Of(new Uri("wss://orders.example/"), Options());
        _sharing.Refused(first, _time);
        Assert.True(_sharing.IsRefused(first));

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(_sharing.IsRefused(first));

        SharedConnectionKey[] many = [.. Enumerable.Range(1, 1000).Select(port => first with { Port = port })];
        Array.ForEach(many, key => _sharing.Refused(key, _time));
        Assert.InRange(many.Count(_sharing.IsRefused), 1, 256);
        Assert.True(_sharing.IsRefused(many[^1]));
    }

    private RpcClientOptions Options() => new() { Tls = certificates.Policy };

    private SharedConnectionUse Join(RpcClientOptions options) => _sharing.Join(SharedConnectionKey.Of(new Uri("wss://orders.example/rpc"), options), _time);
}
