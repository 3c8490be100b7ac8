using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Subjects.Raw;

/// <summary>A bare WebSocket between Kestrel and <see cref="ClientWebSocket"/>. With batching it is the limit: the most that any library over it could reach.</summary>
internal sealed class RawSubject(bool batches) : Subject
{
    public override string Name => batches ? "limit" : "one-message";

    public override string Description => batches
        ? "raw wss; all small frames that are pending share a message; no serializer, no calls, no limits"
        : "raw wss; a message for each call and item; no serializer, no calls, no limits";

    public override void Map(WebApplication app)
    {
        app.Map("/echo", (RequestDelegate)(context => ServeAsync(context, RawEcho.ServeAsync)));
        app.Map("/down", (RequestDelegate)(context => ServeAsync(context, socket => RawItems.ServeAsync(socket, batches))));
        app.Map("/up", (RequestDelegate)(context => ServeAsync(context, RawItems.TakeAsync)));
        app.Map("/back", (RequestDelegate)(context => ServeAsync(context, socket => CallAsync(socket, Asked(context, "callers"), Asked(context, "milliseconds")))));
        app.Map("/mixed", (RequestDelegate)(context => ServeAsync(context, socket => new RawMixed(socket, batches).ReceiveAsync())));
    }

    public override async Task<Session> ConnectAsync(ServerAddress server) => new RawSession(server, batches, await RawLane.OpenAsync(server, RawSession.MostCallers, RawSession.SmallFrame, batches));

    private static int Asked(HttpContext context, string name) => int.Parse(context.Request.Query[name].ToString(), CultureInfo.InvariantCulture);

    private static async Task ServeAsync(HttpContext context, Func<WebSocket, Task> serve)
    {
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        await serve(socket);
    }

    private async Task CallAsync(WebSocket socket, int callers, int milliseconds)
    {
        var caller = new RawCaller(socket, callers, RawSession.SmallFrame, batches);
        Task receiving = caller.ReceiveAsync();
        byte[] body = new byte[RawSession.SmallFrame - 4];
        var (calls, seconds) = await CallerLoop.RunAsync(callers, TimeSpan.FromMilliseconds(milliseconds), (number, _) => caller.CallAsync(number, body));
        byte[] result = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{calls} {seconds}"));
        await socket.SendAsync(result, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await receiving;
    }
}
