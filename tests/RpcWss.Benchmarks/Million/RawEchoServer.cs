using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace RpcWss.Benchmarks;

/// <summary>Answers each message with itself: one message in, one out, however many frames the client gathered in it.</summary>
internal static class RawEchoServer
{
    public static async Task ServeAsync(HttpContext context)
    {
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        byte[] buffer = new byte[128 * 1024];
        while (true)
        {
            int length = 0;
            ValueWebSocketReceiveResult read;
            do
            {
                read = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += read.Count;
            }
            while (!read.EndOfMessage);

            if (read.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                return;
            }

            await socket.SendAsync(buffer.AsMemory(0, length), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
    }
}
