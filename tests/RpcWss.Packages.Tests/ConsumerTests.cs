namespace RpcWss.Packages.Tests;

/// <summary>A project of somebody else's, outside the repository, that knows the packages alone.</summary>
public sealed class ConsumerTests(PackedFeed feed)
{
    private const string Program = """
        using System.Net;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        using RpcWss;

        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(1));
        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);

        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.Services.AddRpcWss(rpc => rpc.AddService<IGreeter, Greeter>());
        await using WebApplication app = builder.Build();
        app.UseWebSockets();
        app.MapRpcWss("/rpc");
        await app.StartAsync();

        using X509Certificate2 trusted = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var options = new RpcClientOptions { UseProxy = false, Tls = TlsPolicy.Modern with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [trusted], Revocation = TlsRevocationMode.Disabled } };
        await using RpcClient client = await RpcClient.ConnectAsync(new Uri($"wss://localhost:{new Uri(app.Urls.First()).Port}/rpc"), options);
        IGreeter greeter = client.GetProxy<IGreeter>();
        Console.WriteLine(await greeter.GreetAsync("stranger"));
        await foreach (int number in greeter.CountAsync(3))
        {
            Console.WriteLine(number);
        }

        [RpcContract]
        public partial interface IGreeter
        {
            ValueTask<string> GreetAsync(string name);

            IAsyncEnumerable<int> CountAsync(int count);
        }

        public sealed class Greeter : IGreeter
        {
            public ValueTask<string> GreetAsync(string name) => new($"Hello, {name}");

            public async IAsyncEnumerable<int> CountAsync(int count)
            {
                for (int number = 1; number <= count; number++)
                {
                    yield return number;
                }

                await Task.CompletedTask;
            }
        }
        """;

    [Fact]
    public async Task A_project_that_refers_to_the_packages_alone_builds_runs_is_published_and_is_held_to_its_baseline()
    {
        string[] expected = ["Hello, stranger", "1", "2", "3"];
        ForeignProject consumer = await ForeignProject.CreateAsync(feed, "Consumer", "Microsoft.NET.Sdk.Web", "RpcWss.AspNetCore");
        await consumer.WriteAsync("Program.cs", Program);

        Assert.Equal(expected, await consumer.RunAsync("run", "--project", consumer.Folder, "-c", "Release"));

        // What is published stands alone: beside no project, and without the tools of the compiler.
        string published = feed.FolderOf("Published");
        await consumer.RunAsync("publish", consumer.Folder, "-c", "Release", "--no-build", "-o", published);
        string[] files = [.. Directory.GetFiles(published, "RpcWss*.dll").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(["RpcWss.Abstractions.dll", "RpcWss.AspNetCore.dll", "RpcWss.dll"], files);
        Assert.Equal(expected, await consumer.RunAsync(Path.Combine(published, "Consumer.dll")));

        // A baseline beside the project is compared without a word in the project file.
        await consumer.WriteAsync("Consumer.rpc.txt", "contract IGreeter\nmethod IGreeter/CountAsync (count: int32) -> items int32\nmethod IGreeter/GreetAsync (name: int32) -> string?\n");
        var (code, output) = await consumer.TryAsync("build", consumer.Folder, "-c", "Release");

        Assert.NotEqual(0, code);
        Assert.Contains("error RPCWSS043: Older peers do not understand 'IGreeter/GreetAsync': its parameter 'name' was int32 and is string", output, StringComparison.Ordinal);
    }
}
