// The least that anybody could do instead of a call: a WebSocket that echoes one message. What it takes is what the platform takes.
using System.Net.WebSockets;
using RpcWss.Benchmarks.Node;

if (args is not ["cold", _, string port, string root])
{
    Console.Error.WriteLine("usage: cold SUBJECT PORT ROOT");
    return 2;
}

using WebSocket socket = await ServerAddress.Parse(port, root).DialAsync("/echo");
byte[] frame = new byte[12];
await socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
ValueWebSocketReceiveResult received = await socket.ReceiveAsync(frame.AsMemory(), CancellationToken.None);
Console.WriteLine(received.Count);
await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
return 0;
