using System.Net.WebSockets;

namespace RpcWss.Benchmarks.Subjects.Raw;

/// <summary>Items on a bare WebSocket: as many as fill 16 KiB in a message, or one in each. They are counted where they are received; nobody waits for them one by one.</summary>
/// <remarks>A request says how many items, and of what size; an answer how many came.</remarks>
internal static class RawItems
{
    // An identifier and, before an item of bytes, its length.
    private const int Overhead = 4;
    private const int MessageLength = 16 * 1024;

    public static int FrameLength(int size) => Overhead + (size == 0 ? 4 : size);

    public static async Task SendAsync(WebSocket socket, int count, int size, bool batches)
    {
        int frame = FrameLength(size), perMessage = batches ? MessageLength / frame : 1;
        byte[] buffer = new byte[perMessage * frame];
        for (int sent = 0; sent < count; sent += perMessage)
        {
            int now = Math.Min(perMessage, count - sent);
            for (int item = 0; item < now; item++)
            {
                BitConverter.TryWriteBytes(buffer.AsSpan((item * frame) + Overhead), sent + item);
            }

            await socket.SendAsync(buffer.AsMemory(0, now * frame), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
    }

    /// <summary>Returns how many came before the peer closed, at most <paramref name="count"/>.</summary>
    public static async Task<int> ReceiveAsync(WebSocket socket, int count, int size)
    {
        int frame = FrameLength(size), received = 0, length = 0;
        byte[] buffer = new byte[Math.Max(MessageLength, frame)];
        while (received < count)
        {
            ValueWebSocketReceiveResult read = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                break;
            }

            length += read.Count;
            if (read.EndOfMessage)
            {
                for (int offset = 0; offset + frame <= length; offset += frame)
                {
                    // Looks at each, in its place.
                    received += BitConverter.ToInt32(buffer, offset + Overhead) == received ? 1 : int.MinValue / 2;
                }

                length = 0;
            }
        }

        return received;
    }

    /// <summary>Sends as many items as each request asks for, until the peer closes.</summary>
    public static async Task ServeAsync(WebSocket socket, bool batches)
    {
        while (await ReadRequestAsync(socket) is { } asked)
        {
            await SendAsync(socket, asked.Count, asked.Size, batches);
        }
    }

    /// <summary>Takes as many items as each request announces, and answers how many there were, until the peer closes.</summary>
    public static async Task TakeAsync(WebSocket socket)
    {
        byte[] answer = new byte[4];
        while (await ReadRequestAsync(socket) is { } asked)
        {
            int received = await ReceiveAsync(socket, asked.Count, asked.Size);
            BitConverter.TryWriteBytes(answer, received);
            await socket.SendAsync(answer.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
    }

    public static ValueTask RequestAsync(WebSocket socket, int count, int size)
    {
        byte[] request = new byte[8];
        BitConverter.TryWriteBytes(request, count);
        BitConverter.TryWriteBytes(request.AsSpan(4), size);
        return socket.SendAsync(request.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
    }

    private static async Task<(int Count, int Size)?> ReadRequestAsync(WebSocket socket)
    {
        byte[] request = new byte[8];
        if ((await socket.ReceiveAsync(request.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
        {
            return (BitConverter.ToInt32(request), BitConverter.ToInt32(request, 4));
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return null;
    }
}
