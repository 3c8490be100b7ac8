using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Threading.Tasks.Sources;

namespace RpcWss.Benchmarks.Subjects.Raw;

/// <summary>
/// As little as a caller can do: frames of one length with a caller's number, gathered under a lock, sent by a pool work item, all that are there as one message
/// or each as one of its own; each caller continued on the thread pool. No serializer, no deadlines, no cancellation, no limits.
/// </summary>
internal sealed class RawCaller(WebSocket socket, int callers, int frameLength, bool batches) : IThreadPoolWorkItem
{
    private readonly Lock _lock = new();
    private readonly Caller?[] _callers = new Caller?[callers];      // each made by its first call
    private byte[] _filling = new byte[callers * frameLength];
    private byte[] _sending = new byte[callers * frameLength];
    private int _length;
    private bool _flushing;

    /// <summary>Sends a frame and completes with its length when it is back. One at a time for each caller.</summary>
    public ValueTask<int> CallAsync(int caller, ReadOnlySpan<byte> body)
    {
        ValueTask<int> answer = (_callers[caller] ??= new Caller()).Begin();
        bool flush;
        lock (_lock)
        {
            Span<byte> frame = _filling.AsSpan(_length, frameLength);
            BinaryPrimitives.WriteInt32LittleEndian(frame, caller);
            body.CopyTo(frame[4..]);
            _length += frameLength;
            flush = !_flushing;
            _flushing = true;
        }

        if (flush)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        return answer;
    }

    /// <summary>Takes answers until the peer closes.</summary>
    public async Task ReceiveAsync()
    {
        byte[] buffer = new byte[callers * frameLength];
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

            for (int offset = 0; offset < length; offset += frameLength)
            {
                _callers[BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(offset))]!.End(frameLength - 4);
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

            int messageLength = batches ? length : frameLength;
            for (int offset = 0; offset < length; offset += messageLength)
            {
                await socket.SendAsync(_sending.AsMemory(offset, messageLength), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            }
        }
    }

    private sealed class Caller : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> _source = new() { RunContinuationsAsynchronously = true };

        public ValueTask<int> Begin()
        {
            _source.Reset();
            return new ValueTask<int>(this, _source.Version);
        }

        public void End(int result) => _source.SetResult(result);

        public int GetResult(short token) => _source.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _source.OnCompleted(continuation, state, token, flags);
    }
}
