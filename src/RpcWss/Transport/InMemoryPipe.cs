using System.Buffers;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using RpcWss.Connections;

namespace RpcWss.Transport;

/// <summary>One direction of an <see cref="InMemoryTransport"/>. One reader and one writer at a time; <see cref="Abort"/> at any time.</summary>
internal sealed class InMemoryPipe(InMemoryTransportOptions options)
{
    private readonly Channel<Message> _messages =
        Channel.CreateUnbounded<Message>(new UnboundedChannelOptions { SingleReader = true });

    // The reader's alone.
    private Message _current;
    private int _read;
    private bool _reading;
    private bool _closeSent;

    // Set by whoever aborts: what is queued is lost with it, as on a connection that is cut.
    private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _aborted;

    public (TransportCloseCode Code, string Reason)? CloseTaken { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, TransportReadKind kind)
    {
        if (options.OnSend is { } onSend)
        {
            Task<byte[]?> replacing = onSend(bytes.ToArray()).AsTask();
            await Task.WhenAny(replacing, _cut.Task).ConfigureAwait(false);
            if (_aborted)
            {
                throw Aborted();
            }

            if (await replacing.ConfigureAwait(false) is not { } replaced)
            {
                return;
            }

            bytes = replaced;
        }

        byte[] copy = ArrayPool<byte>.Shared.Rent(Math.Max(1, bytes.Length));
        bytes.CopyTo(copy);
        Write(new Message(copy, bytes.Length, kind, options.TimeProvider.GetTimestamp(), default, ""));
    }

    public void Close(TransportCloseCode code, string reason)
    {
        if (!_closeSent)
        {
            Write(new Message([], 0, TransportReadKind.Close, options.TimeProvider.GetTimestamp(), code, reason));
            _closeSent = true;
        }
    }

    public void Abort()
    {
        _aborted = true;
        _cut.TrySetResult();
        _messages.Writer.TryComplete();
    }

    // Pooled, as the WebSocket's own is: what calls allocate is counted over this transport.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransportRead> ReadAsync(Memory<byte> buffer)
    {
        if (!_reading)
        {
            _current = await TakeAsync().ConfigureAwait(false);
            _read = 0;
            _reading = true;
        }

        if (_current.Kind == TransportReadKind.Close)
        {
            // Stays current: every later read says the same.
            CloseTaken = (_current.Code, _current.Reason);
            return new TransportRead(0, true, TransportReadKind.Close);
        }

        if (buffer.IsEmpty)
        {
            return new TransportRead(0, false, _current.Kind);
        }

        int count = Math.Min(Math.Min(buffer.Length, options.MaxReadSize), _current.Length - _read);
        _current.Bytes.AsSpan(_read, count).CopyTo(buffer.Span);
        _read += count;
        bool end = _read == _current.Length;
        if (end)
        {
            _reading = false;
            ArrayPool<byte>.Shared.Return(_current.Bytes);
        }

        return new TransportRead(count, end, _current.Kind);
    }

    private void Write(Message message)
    {
        if (_closeSent || !_messages.Writer.TryWrite(message))
        {
            throw _closeSent ? new IOException("The in-memory transport is closed for sending.") : Aborted();
        }
    }

    private static IOException Aborted() => new("The in-memory transport was aborted.");

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Message> TakeAsync()
    {
        Message message;
        try
        {
            message = await _messages.Reader.ReadAsync().ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw Aborted();
        }

        TimeSpan left = options.Latency - options.TimeProvider.GetElapsedTime(message.SentAt);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, options.TimeProvider).ConfigureAwait(false);
        }

        return _aborted ? throw Aborted() : message;
    }

    private readonly record struct Message(
        byte[] Bytes, int Length, TransportReadKind Kind, long SentAt, TransportCloseCode Code, string Reason);
}
