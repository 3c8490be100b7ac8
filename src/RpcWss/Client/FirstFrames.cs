using System.Buffers.Binary;
using System.Text;

namespace RpcWss.Client;

/// <summary>The error that a server ends an HTTP/2 connection with, and the text beside it.</summary>
internal sealed record GoAwayNote(uint Code, string Text);

/// <summary>
/// Reads along in the first frames of a server on an HTTP/2 connection, for what the HTTP stack keeps to itself: how many streams are allowed (RFC 9113 §6.5.2), and a GOAWAY with an
/// error (RFC 9113 §6.8), whose text says why a client is refused. Everything is passed on unchanged.
/// </summary>
/// <param name="inner">The connection.</param>
/// <param name="settled">Called with the number of streams when the server has sent its SETTINGS; null for nobody.</param>
internal sealed class FirstFrames(Stream inner, Action<uint>? settled) : Stream
{
    private const int FrameHeader = 9;
    private const int GoAwayHead = 8;
    private const int SettingLength = 6;
    private const int MaxConcurrentStreams = 3;
    private const byte Settings = 4;
    private const byte Ping = 6;
    private const byte GoAwayType = 7;
    private const byte WindowUpdate = 8;

    // Enough for SETTINGS, WINDOW_UPDATE and a GOAWAY with a sentence. Null when the answer is known.
    private byte[]? _head = new byte[1024];
    private int _count;
    private bool _isSettled;

    public GoAwayNote? GoAway { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _head is null ? inner.ReadAsync(buffer, cancellationToken) : ReadAlongAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadAlongAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (_head is { } head)
        {
            int taken = Math.Min(read, head.Length - _count);
            buffer.Span[..taken].CopyTo(head.AsSpan(_count));
            _count += taken;
            if (!MayTell(head.AsSpan(0, _count)) || _count == head.Length)
            {
                _head = null;
            }
        }

        return read;
    }

    /// <summary>Whether more bytes may still tell.</summary>
    private bool MayTell(ReadOnlySpan<byte> rest)
    {
        while (rest.Length >= FrameHeader)
        {
            int length = (rest[0] << 16) | (rest[1] << 8) | rest[2];
            byte type = rest[3];
            if (type is not (Settings or Ping or WindowUpdate or GoAwayType))
            {
                return false;
            }

            if (rest.Length - FrameHeader < length)
            {
                return true;
            }

            ReadOnlySpan<byte> payload = rest.Slice(FrameHeader, length);
            if (type == GoAwayType)
            {
                Note(payload);
                return false;
            }

            if (type == Settings && !_isSettled)
            {
                _isSettled = true;
                settled?.Invoke(StreamsAllowed(payload));
            }

            rest = rest[(FrameHeader + length)..];
        }

        return true;
    }

    private static uint StreamsAllowed(ReadOnlySpan<byte> settings)
    {
        for (; settings.Length >= SettingLength; settings = settings[SettingLength..])
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(settings) == MaxConcurrentStreams)
            {
                return BinaryPrimitives.ReadUInt32BigEndian(settings[2..]);
            }
        }

        return uint.MaxValue;
    }

    private void Note(ReadOnlySpan<byte> payload)
    {
        if (payload.Length >= GoAwayHead && BinaryPrimitives.ReadUInt32BigEndian(payload[4..]) is > 0 and var code)
        {
            GoAway = new GoAwayNote(code, Encoding.ASCII.GetString(payload[GoAwayHead..]));
        }
    }
}
