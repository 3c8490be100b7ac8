using RpcWss;

// The server: ASP.NET Core as always, and two lines more.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRpcWss(rpc => rpc.AddService<IStock, Stock>(RpcServiceLifetime.Singleton));
var app = builder.Build();
app.MapRpcWss("/rpc");
await app.StartAsync();

// A client; as a rule another program on another computer.
var address = new Uri(app.Urls.First().Replace("https:", "wss:") + "/rpc");
await using var client = await RpcClient.ConnectAsync(address);
IStock stock = client.GetProxy<IStock>();
Console.WriteLine($"{await stock.TakeAsync("pencils", 30)} pencils are left");

// The contract: one interface that both share. The generator completes it.
[RpcContract]
public partial interface IStock
{
    ValueTask<int> TakeAsync(string article, int count, CancellationToken cancellationToken = default);
}

// The service: a class that implements it.
public sealed class Stock : IStock
{
    private int _left = 100;

    public ValueTask<int> TakeAsync(string article, int count, CancellationToken cancellationToken) =>
        new(Interlocked.Add(ref _left, -count));
}
