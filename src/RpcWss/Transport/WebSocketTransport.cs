using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using RpcWss.Connections;

namespace RpcWss.Transport;

/// <summary>
/// A transport over a WebSocket that has been opened already. No operation takes a cancellation token: one that fires would abort the
/// socket, and a token that can fire costs an allocation for each operation.
/// </summary>
/// <param name="socket">The open socket; owned from here on.</param>
/// <param name="owner">Disposed of together with the socket; null for nothing.</param>
internal sealed class WebSocketTransport(WebSocket socket, IDisposable? owner = null) : MessageTransport
{
    /// <summary>What a Close frame has room for beside its code (RFC 6455 §5.5).</summary>
    private const int MaxReasonBytes = 123;

    public override ValueTask SendAsync(ReadOnlyMemory<byte> message) =>
        socket.SendAsync(message, WebSocketMessageType.Binary, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);

    public override ValueTask<TransportRead> ReceiveAsync(Memory<byte> buffer)
    {
        ValueTask<ValueWebSocketReceiveResult> receiving = socket.ReceiveAsync(buffer, CancellationToken.None);
        return receiving.IsCompletedSuccessfully ? new ValueTask<TransportRead>(ToRead(receiving.Result)) : AwaitAsync(receiving);
    }

    public override async ValueTask CloseAsync(TransportCloseCode code, string reason)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, Cut(reason), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Cuts the connection below too, on an ASP.NET Core server as well: pending reads and writes fail.</summary>
    public override void Abort() => socket.Abort();

    public override ValueTask DisposeAsync()
    {
        socket.Dispose();
        owner?.Dispose();
        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<TransportRead> AwaitAsync(ValueTask<ValueWebSocketReceiveResult> receiving) =>
        ToRead(await receiving.ConfigureAwait(false));

    private static TransportRead ToRead(ValueWebSocketReceiveResult result) => new(result.Count, result.EndOfMessage, result.MessageType switch
    {
        WebSocketMessageType.Binary => TransportReadKind.Binary,
        WebSocketMessageType.Text => TransportReadKind.Text,
        _ => TransportReadKind.Close,
    });

    private static string Cut(string reason)
    {
        if (Encoding.UTF8.GetByteCount(reason) <= MaxReasonBytes)
        {
            return reason;
        }

        // The encoder stops before a character that does not fit, so that what is left is still valid UTF-8.
        Span<byte> bytes = stackalloc byte[MaxReasonBytes];
        Encoding.UTF8.GetEncoder().Convert(reason, bytes, flush: true, out int charsUsed, out _, out _);
        return reason[..charsUsed];
    }
}
