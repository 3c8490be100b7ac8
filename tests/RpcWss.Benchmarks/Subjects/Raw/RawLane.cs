using System.Net.WebSockets;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects.Raw;

/// <summary>A connection for frames of one length.</summary>
internal sealed class RawLane : IAsyncDisposable
{
    private readonly WebSocket _socket;
    private readonly RawCaller _caller;
    private readonly Task _receiving;

    private RawLane(WebSocket socket, int callers, int frameLength, bool batches)
    {
        _socket = socket;
        _caller = new RawCaller(socket, callers, frameLength, batches);
        _receiving = _caller.ReceiveAsync();
    }

    public static async Task<RawLane> OpenAsync(ServerAddress server, int callers, int frameLength, bool batches) =>
        new(await server.DialAsync("/echo"), callers, frameLength, batches);

    public ValueTask<int> CallAsync(int caller, ReadOnlySpan<byte> body) => _caller.CallAsync(caller, body);

    public async ValueTask DisposeAsync()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await _receiving;
        _socket.Dispose();
    }
}
