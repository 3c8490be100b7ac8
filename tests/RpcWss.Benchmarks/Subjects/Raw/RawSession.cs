using System.Globalization;
using System.Net.WebSockets;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects.Raw;

/// <summary>A lane for small frames, opened at once; others, and a connection for each kind of stream, as they are needed.</summary>
internal sealed class RawSession(ServerAddress server, bool batches, RawLane adding) : Session
{
    public const int MostCallers = 1024;

    /// <summary>A caller's number and what our own <c>Add</c> has on the wire, about.</summary>
    public const int SmallFrame = 20;

    private const int LargeCallers = 64;

    private static readonly byte[] _addends = new byte[SmallFrame - 4];
    private static readonly byte[] _order = new byte[Order.EncodedLength];

    private readonly Dictionary<int, Task<RawLane>> _lanes = [];    // by the length of a body, under itself
    private readonly Dictionary<string, WebSocket> _streams = [];   // by the path; one stream at a time
    private (RawMixed Ends, WebSocket Socket, Task Receiving)? _mixed;

    public override ValueTask<int> AddAsync(int caller, int left, int right) => adding.CallAsync(caller, _addends);

    public override ValueTask<int> EchoAsync(int caller, byte[] bytes) => CallAsync(caller, bytes);

    public override ValueTask<int> ExchangeAsync(int caller, Order order) => CallAsync(caller, _order);

    public override async Task<int> DownAsync(int count, int size)
    {
        WebSocket socket = await StreamAsync("/down");
        await RawItems.RequestAsync(socket, count, size);
        return await RawItems.ReceiveAsync(socket, count, size);
    }

    public override async Task<int> UpAsync(int count, int size)
    {
        WebSocket socket = await StreamAsync("/up");
        await RawItems.RequestAsync(socket, count, size);
        await RawItems.SendAsync(socket, count, size, batches);
        byte[] answer = new byte[4];
        await socket.ReceiveAsync(answer.AsMemory(), CancellationToken.None);
        return BitConverter.ToInt32(answer);
    }

    public override async Task<int> DuplexAsync(int count, int size)
    {
        WebSocket socket = await StreamAsync("/echo");
        Task<int> receiving = RawItems.ReceiveAsync(socket, count, size);
        await RawItems.SendAsync(socket, count, size, batches);
        return await receiving;
    }

    public override async Task<CallBackResult> CallBackAsync(int callers, int milliseconds)
    {
        using WebSocket socket = await server.DialAsync($"/back?callers={callers}&milliseconds={milliseconds}");
        string[] result = (await RawEcho.ServeAsync(socket))!.Split(' ');
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return new CallBackResult { Calls = long.Parse(result[0]), Seconds = double.Parse(result[1], CultureInfo.InvariantCulture) };
    }

    public override async ValueTask<int> AddBesideAsync(int left, int right) => await (await MixedAsync()).CallAsync();

    public override async Task<int> DownloadAsync(int length) => await (await MixedAsync()).DownloadAsync(length);

    public override async Task<int> UploadAsync(byte[] bytes) => await (await MixedAsync()).UploadAsync(bytes.Length);

    public override async ValueTask DisposeAsync()
    {
        if (_mixed is { } mixed)
        {
            await mixed.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            await mixed.Receiving;
            mixed.Socket.Dispose();
        }

        await adding.DisposeAsync();
        foreach (WebSocket stream in _streams.Values)
        {
            await stream.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            stream.Dispose();
        }

        foreach (Task<RawLane> lane in _lanes.Values)
        {
            await (await lane).DisposeAsync();
        }
    }

    private async ValueTask<WebSocket> StreamAsync(string path)
    {
        if (!_streams.TryGetValue(path, out WebSocket? socket))
        {
            _streams.Add(path, socket = await server.DialAsync(path));
        }

        return socket;
    }

    private async ValueTask<RawMixed> MixedAsync()
    {
        if (_mixed is null)
        {
            WebSocket socket = await server.DialAsync("/mixed");
            var mixed = new RawMixed(socket, batches);
            _mixed = (mixed, socket, mixed.ReceiveAsync());
        }

        return _mixed.Value.Ends;
    }

    private ValueTask<int> CallAsync(int caller, byte[] body)
    {
        Task<RawLane>? lane;
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(body.Length, out lane))
            {
                _lanes.Add(body.Length, lane = RawLane.OpenAsync(server, LargeCallers, body.Length + 4, batches));
            }
        }

        return lane.IsCompletedSuccessfully ? lane.Result.CallAsync(caller, body) : AfterAsync(lane, caller, body);
    }

    private static async ValueTask<int> AfterAsync(Task<RawLane> lane, int caller, byte[] body) => await (await lane).CallAsync(caller, body);
}
