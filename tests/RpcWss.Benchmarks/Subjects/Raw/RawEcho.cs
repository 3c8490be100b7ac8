using System.Net.WebSockets;

namespace RpcWss.Benchmarks.Subjects.Raw;

/// <summary>Answers each binary message with itself: one message in, one out, however many frames the caller gathered in it.</summary>
internal static class RawEcho
{
    /// <summary>Returns the text message that ended it; null when the peer closed instead.</summary>
    public static async Task<string?> ServeAsync(WebSocket socket)
    {
        byte[] buffer = new byte[4 * 1024];
        while (true)
        {
            int length = 0;
            ValueWebSocketReceiveResult read;
            do
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, length * 2);
                }

                read = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += read.Count;
            }
            while (!read.EndOfMessage);

            switch (read.MessageType)
            {
                case WebSocketMessageType.Binary:
                    await socket.SendAsync(buffer.AsMemory(0, length), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
                    break;
                case WebSocketMessageType.Text:
                    return System.Text.Encoding.ASCII.GetString(buffer, 0, length);
                default:
                    if (socket.State == WebSocketState.CloseReceived)
                    {
                        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    }

                    return null;
            }
        }
    }
}
