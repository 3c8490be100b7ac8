using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RpcWss.Benchmarks.Node;
using StreamJsonRpc;

namespace RpcWss.Benchmarks.Subjects.Peers;

/// <summary>StreamJsonRpc with its MessagePack formatter on a WebSocket.</summary>
internal sealed class StreamJsonRpcSubject : Subject
{
    public override string Name => "streamjsonrpc";

    public override string Description => "StreamJsonRpc + MessagePack on a WebSocket; streams read ahead by 1,000 items and come in batches of 100";

    public override void Map(WebApplication app) => app.Map("/json", (RequestDelegate)ServeAsync);

    public override async Task<Session> ConnectAsync(ServerAddress server)
    {
        WebSocket socket = await server.DialAsync("/json");
        var rpc = new JsonRpc(Handler(socket));
        rpc.AddLocalRpcTarget<IJsonComparisonClient>(new StreamJsonRpcSession.Client(), null);
        IJsonComparison proxy = rpc.Attach<IJsonComparison>();
        rpc.StartListening();
        return new StreamJsonRpcSession(rpc, proxy, socket);
    }

    private static WebSocketMessageHandler Handler(WebSocket socket) => new(socket, new MessagePackFormatter());

    private static async Task ServeAsync(HttpContext context)
    {
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        using var rpc = new JsonRpc(Handler(socket));
        rpc.AddLocalRpcTarget<IJsonComparison>(new JsonComparisonService(rpc.Attach<IJsonComparisonClient>()), null);
        rpc.StartListening();
        try
        {
            await rpc.Completion;
        }
        catch (Exception) when (socket.State != WebSocketState.Open)
        {
            // The client is gone, in its own way.
        }
    }
}
