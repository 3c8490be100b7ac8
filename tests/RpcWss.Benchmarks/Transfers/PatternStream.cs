using System.Security.Cryptography;

namespace RpcWss.Benchmarks.Transfers;

/// <summary>So many bytes, the same for the same seed, without holding them.</summary>
internal sealed class PatternStream : Stream
{
    private readonly byte[] _block = new byte[64 * 1024 - 61];   // no multiple of any buffer's size
    private readonly long _length;
    private long _position;

    public PatternStream(long length, int seed)
    {
        _length = length;
        new Random(seed).NextBytes(_block);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public static byte[] HashOf(long length, int seed) => SHA256.HashData(new PatternStream(length, seed));

    public override int Read(Span<byte> buffer)
    {
        int offset = (int)(_position % _block.Length);
        int count = (int)Math.Min(Math.Min(buffer.Length, _block.Length - offset), _length - _position);
        _block.AsSpan(offset, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
