using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Threading.Tasks.Sources;

namespace RpcWss.Benchmarks.Million;

/// <summary>
/// As little as a client can do: frames of 20 bytes with a slot number, gathered under a lock, sent as one message by a pool work item, each caller
/// continued on the thread pool. No serializer, no deadlines, no cancellation, no limits.
/// </summary>
internal sealed class RawEchoClient(WebSocket socket, int callers) : IThreadPoolWorkItem
{
    private const int FrameLength = 20;

    private readonly Lock _lock = new();
    private readonly Caller[] _callers = [.. Enumerable.Range(0, callers).Select(_ => new Caller())];
    private byte[] _filling = new byte[callers * FrameLength];
    private byte[] _sending = new byte[callers * FrameLength];
    private int _length;
    private bool _flushing;

    public ValueTask CallAsync(int caller)
    {
        ValueTask answer = _callers[caller].Begin();
        bool flush;
        lock (_lock)
        {
            BinaryPrimitives.WriteInt32LittleEndian(_filling.AsSpan(_length), caller);
            _length += FrameLength;
            flush = !_flushing;
            _flushing = true;
        }

        if (flush)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        return answer;
    }

    public async Task ReceiveAsync()
    {
        byte[] buffer = new byte[128 * 1024];
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult read = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            length += read.Count;
            if (!read.EndOfMessage)
            {
                continue;
            }

            for (int offset = 0; offset < length; offset += FrameLength)
            {
                _callers[BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(offset))].End();
            }

            length = 0;
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = FlushAsync();

    private async Task FlushAsync()
    {
        while (true)
        {
            int length;
            lock (_lock)
            {
                length = _length;
                _length = 0;
                _flushing = length > 0;
                (_filling, _sending) = (_sending, _filling);
            }

            if (length == 0)
            {
                return;
            }

            await socket.SendAsync(_sending.AsMemory(0, length), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
    }

    private sealed class Caller : IValueTaskSource
    {
        private ManualResetValueTaskSourceCore<bool> _source = new() { RunContinuationsAsynchronously = true };

        public ValueTask Begin()
        {
            _source.Reset();
            return new ValueTask(this, _source.Version);
        }

        public void End() => _source.SetResult(true);

        public void GetResult(short token) => _source.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _source.OnCompleted(continuation, state, token, flags);
    }
}
