using System.Buffers;
using System.Runtime.CompilerServices;

namespace RpcWss.Connections.Streams;

/// <summary>The bytes of a stream of the peer, to be read once and forwards. Disposing it before its end tells the peer to stop.</summary>
internal sealed class ByteReader : Stream
{
    private readonly IStreamConsumerOwner _owner;
    private readonly BatchReader _batches;
    private ReadOnlySequence<byte> _rest;
    private long _length;
    private bool _isDisposed;

    /// <param name="owner">What it belongs to.</param>
    /// <param name="batches">Where the bytes come from; a batch that it is at counts.</param>
    public ByteReader(IStreamConsumerOwner owner, BatchReader batches)
    {
        _owner = owner;
        _batches = batches;
        Enter();
    }

    // Nobody but the reader's owner refers to it: one that is forgotten releases its call.
    ~ByteReader() => Dispose(false);

    public override bool CanRead => !_isDisposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _rest.Length > 0 || buffer.Length == 0 ? new ValueTask<int>(Copy(buffer.Span)) : WaitAndCopyAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _rest = default;
            _batches.Finish();
            _owner.Abandoned(_batches.Receiver);
            GC.SuppressFinalize(this);
        }

        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAndCopyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using (cancellationToken.UnsafeRegister(static (state, token) => ((BatchReader)state!).CancelWait(token), _batches))
        {
            while (_rest.Length == 0)
            {
                if (!await _batches.NextAsync().ConfigureAwait(false))
                {
                    await _owner.BeforeEnd(_batches.Receiver).ConfigureAwait(false);
                    return 0;
                }

                Enter();
            }
        }

        return Copy(buffer.Span);
    }

    private void Enter()
    {
        _rest = _batches.Current?.Bytes.AsSequence() ?? default;
        _length = _rest.Length;
    }

    private int Copy(Span<byte> destination)
    {
        int count = (int)Math.Min(destination.Length, _rest.Length);
        _rest.Slice(0, count).CopyTo(destination);
        _rest = _rest.Slice(count);
        if (_rest.Length > 0)
        {
            _batches.Report(_length - _rest.Length);
        }
        else if (count > 0)
        {
            _batches.Finish();
        }

        return count;
    }
}
