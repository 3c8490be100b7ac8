using System.Buffers.Binary;
using System.Net.WebSockets;

namespace RpcWss.Benchmarks.Subjects.Raw;

/// <summary>
/// Either end of a connection for small calls beside a large payload. With batching the payload goes in parts and small frames pass it between two of them;
/// without, it is one message, and they wait.
/// </summary>
internal sealed class RawMixed(WebSocket socket, bool batches) : IThreadPoolWorkItem
{
    // Every small frame: what it is, the length of what follows, a number, and as much as a small call has.
    private const int HeaderLength = 5;
    private const int SmallLength = HeaderLength + RawSession.SmallFrame;
    private const int PartLength = 16 * 1024;

    private readonly Lock _lock = new();
    private byte[] _filling = new byte[64 * SmallLength];
    private byte[] _sending = new byte[64 * SmallLength];
    private byte[] _bulk = [];
    private int _length;
    private int _bulkLeft;
    private bool _flushing;

    // The client's; one of each at a time.
    private TaskCompletionSource<int>? _call;
    private TaskCompletionSource<int>? _transfer;
    private int _received;

    private enum Kind : byte
    {
        Call,
        Answer,
        Ask,
        Part,
        LastPart,
        Arrived,
    }

    public Task<int> CallAsync()
    {
        _call = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<int> answer = _call.Task;
        Send(Kind.Call, 0);
        return answer;
    }

    public Task<int> DownloadAsync(int length)
    {
        _transfer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<int> arrived = _transfer.Task;
        Send(Kind.Ask, length);
        return arrived;
    }

    public Task<int> UploadAsync(int length)
    {
        _transfer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<int> arrived = _transfer.Task;
        SendBulk(length);
        return arrived;
    }

    public async Task ReceiveAsync()
    {
        byte[] buffer = new byte[2 * PartLength];
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult read = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                if (socket.State == WebSocketState.CloseReceived)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                }

                return;
            }

            length += read.Count;
            if (!read.EndOfMessage)
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, length * 2);
                }

                continue;
            }

            for (int offset = 0; offset < length;)
            {
                int body = BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(offset + 1));
                Take((Kind)buffer[offset], buffer.AsSpan(offset + HeaderLength, body));
                offset += HeaderLength + body;
            }

            length = 0;
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = FlushAsync();

    private void Take(Kind kind, ReadOnlySpan<byte> body)
    {
        switch (kind)
        {
            case Kind.Call:
                Send(Kind.Answer, 0);
                break;
            case Kind.Answer:
                _call!.SetResult(0);
                break;
            case Kind.Ask:
                SendBulk(BinaryPrimitives.ReadInt32LittleEndian(body));
                break;
            case Kind.Arrived:
                _transfer!.SetResult(BinaryPrimitives.ReadInt32LittleEndian(body));
                break;
            default:
                _received += body.Length;
                if (kind == Kind.LastPart)
                {
                    int received = _received;
                    _received = 0;
                    if (_transfer is { } transfer)
                    {
                        transfer.SetResult(received);
                    }
                    else
                    {
                        Send(Kind.Arrived, received);
                    }
                }

                break;
        }
    }

    private void Send(Kind kind, int number)
    {
        lock (_lock)
        {
            Span<byte> frame = _filling.AsSpan(_length, SmallLength);
            frame[0] = (byte)kind;
            BinaryPrimitives.WriteInt32LittleEndian(frame[1..], RawSession.SmallFrame);
            BinaryPrimitives.WriteInt32LittleEndian(frame[HeaderLength..], number);
            _length += SmallLength;
        }

        Flush();
    }

    private void SendBulk(int length)
    {
        lock (_lock)
        {
            int most = batches ? PartLength : length;
            if (_bulk.Length < most + HeaderLength)
            {
                _bulk = new byte[most + HeaderLength];
            }

            _bulkLeft = length;
        }

        Flush();
    }

    private void Flush()
    {
        lock (_lock)
        {
            if (_flushing)
            {
                return;
            }

            _flushing = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private async Task FlushAsync()
    {
        while (true)
        {
            int length, part;
            lock (_lock)
            {
                length = _length;
                part = batches ? Math.Min(PartLength, _bulkLeft) : _bulkLeft;
                _length = 0;
                _bulkLeft -= part;
                _flushing = length > 0 || part > 0;
                (_filling, _sending) = (_sending, _filling);
                if (!_flushing)
                {
                    return;
                }

                if (part > 0)
                {
                    _bulk[0] = (byte)(_bulkLeft == 0 ? Kind.LastPart : Kind.Part);
                    BinaryPrimitives.WriteInt32LittleEndian(_bulk.AsSpan(1), part);
                }
            }

            int messageLength = batches ? length : SmallLength;
            for (int offset = 0; offset < length; offset += messageLength)
            {
                await socket.SendAsync(_sending.AsMemory(offset, messageLength), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            }

            if (part > 0)
            {
                await socket.SendAsync(_bulk.AsMemory(0, HeaderLength + part), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            }
        }
    }
}
