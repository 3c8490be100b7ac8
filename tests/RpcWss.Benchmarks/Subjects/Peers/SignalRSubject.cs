using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects.Peers;

/// <summary>ASP.NET Core's SignalR with its MessagePack protocol.</summary>
internal sealed class SignalRSubject : Subject
{
    public override string Name => "signalr";

    public override string Description => "SignalR + MessagePack; WebSockets only, negotiation skipped, 1,024 parallel invocations of a client";

    public override void AddServices(IServiceCollection services) => services
        .AddSignalR(options =>
        {
            options.MaximumParallelInvocationsPerClient = 1024;
            options.MaximumReceiveMessageSize = null;
        })
        .AddMessagePackProtocol();

    public override void Map(WebApplication app) => app.MapHub<ComparisonHub>("/hub", options => options.Transports = HttpTransportType.WebSockets);

    public override async Task<Session> ConnectAsync(ServerAddress server)
    {
        HubConnection connection = new HubConnectionBuilder()
            .WithUrl(server.Http("/hub"), options =>
            {
                options.Transports = HttpTransportType.WebSockets;
                options.SkipNegotiation = true;
                options.WebSocketFactory = async (_, _) => await server.DialAsync("/hub");
            })
            .AddMessagePackProtocol()
            .Build();
        connection.On("Add", (int left, int right) => left + right);
        await connection.StartAsync();
        return new SignalRSession(connection);
    }
}
