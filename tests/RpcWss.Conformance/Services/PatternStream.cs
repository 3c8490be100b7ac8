using System.Security.Cryptography;

namespace RpcWss.Conformance.Services;

/// <summary>So many bytes that repeat with a period of a prime, without holding them.</summary>
internal sealed class PatternStream(long length, Action? disposed = null) : Stream
{
    private const int Period = 65_521;

    // Twice, so that every read is one piece.
    private static readonly byte[] _pattern = [.. Sources.Bytes(1, Period), .. Sources.Bytes(1, Period)];

    private long _position;
    private bool _isDisposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The hash of a stream's bytes from where it is to its end.</summary>
    public static async Task<byte[]> HashAsync(Stream bytes, CancellationToken cancellationToken = default) => await SHA256.HashDataAsync(bytes, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        int count = (int)Math.Min(Math.Min(buffer.Length, Period), length - _position);
        _pattern.AsSpan((int)(_position % Period), count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            disposed?.Invoke();
        }

        base.Dispose(disposing);
    }
}
