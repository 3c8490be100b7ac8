// Both ends in one program, over real TLS. In earnest the server is one program and the client another, and they share the contracts alone.
//
//   dotnet run --project examples/Quickstart                     reads a text that is built in
//   dotnet run --project examples/Quickstart -- TEXT|FILE        reads yours

using Quickstart.Client;
using Quickstart.Contracts;
using Quickstart.Server;
using RpcWss;

string text = args is [string given, ..] ? (File.Exists(given) ? await File.ReadAllTextAsync(given) : given) : BuiltInText.Value;
if (!text.Any(char.IsLetter))
{
    Console.Error.WriteLine("There is not a word in that text. Give another, a file with one, or nothing at all.");
    return 2;
}

await using TextServer server = await TextServer.StartAsync();
Console.WriteLine($"server: listens on {server.Address}, with a certificate made a moment ago");

var editor = new Editor();
var options = new RpcClientOptions
{
    UseProxy = false,
    Tls = TlsPolicy.Modern with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [server.PublicCertificate] },
};
await using RpcClient client = await RpcClient.ConnectAsync(server.Address, options.AddService<IEditor>(editor));
RpcConnectionSecurity security = client.Connection.Security;
Console.WriteLine($"client: connected with {security.Protocol}, {security.CipherSuite}; trusts that certificate and no other");

var report = new Report();
await new Tour(client.GetProxy<ITextDesk>(), editor, server, text, report).RunAsync();

Console.WriteLine(report.Surprises == 0 ? "\nEverything went as expected." : $"\n{report.Surprises} things were not as expected.");
return report.Surprises == 0 ? 0 : 1;
