using System.Diagnostics;

namespace RemoteFiles.Client.Transfers;

/// <summary>Reads another stream no faster than a rate. That is all it takes: what is not read holds its sender back, over the network too. Disposes of the other stream.</summary>
/// <param name="source">What to read.</param>
/// <param name="bytesPerSecond">How fast; null for as fast as it goes.</param>
internal sealed class PacedStream(Stream source, long? bytesPerSecond) : Stream
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await source.ReadAsync(buffer, cancellationToken);
        _read += count;
        if (bytesPerSecond is { } rate && TimeSpan.FromSeconds((double)_read / rate) - _watch.Elapsed is var early && early > TimeSpan.Zero)
        {
            await Task.Delay(early, cancellationToken);
        }

        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
