using System.Buffers;
using System.Runtime.InteropServices;
using MessagePack;
using RpcWss.Connections;
using RpcWss.Generated;

namespace RpcWss.Tests.Connections;

/// <summary>What readers and writers of many payloads rely on.</summary>
public sealed class PayloadBufferTests
{
    private readonly PayloadBuffer _buffer = new();

    private delegate void Writing(ref MessagePackWriter writer);

    [Theory]
    [InlineData(1)]
    [InlineData(257)]
    [InlineData(16 * 1024)]
    public void What_is_written_at_once_is_read_in_one_piece(int length)
    {
        byte[] bytes = Bytes(length, seed: 1);

        _buffer.Write(bytes);

        Assert.True(_buffer.AsSequence().IsSingleSegment);
        Assert.Equal(bytes, _buffer.AsSequence().ToArray());
    }

    [Fact]
    public void Pieces_come_behind_one_another()
    {
        byte[] first = Bytes(10_000, seed: 1), second = Bytes(100_000, seed: 2);

        _buffer.Write(first);
        _buffer.Write(second);

        Assert.Equal([.. first, .. second], _buffer.AsSequence().ToArray());
        Assert.Equal(110_000, _buffer.Length);
    }

    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(1_000, 100_000)]
    [InlineData(100_000, 1_000)]
    [InlineData(10, 20_000)]
    public void A_buffer_that_starts_again_has_only_what_came_since(int before, int since)
    {
        byte[] bytes = Bytes(since, seed: 2);
        _buffer.Write(Bytes(before, seed: 1));

        _buffer.Restart();
        Assert.Equal(0, _buffer.Length);
        _buffer.Write(bytes);

        Assert.Equal(bytes, _buffer.AsSequence().ToArray());
        byte[] copy = new byte[since];
        _buffer.CopyTo(copy);
        Assert.Equal(bytes, copy);
    }

    [Fact]
    public void A_buffer_that_starts_again_keeps_its_memory_until_it_is_cleared()
    {
        _buffer.Write(Bytes(1_000, seed: 1));
        byte[] first = _buffer.Segments().Following!.Array;

        _buffer.Restart();
        _buffer.Write(Bytes(1_000, seed: 2));
        byte[] second = _buffer.Segments().Following!.Array;
        _buffer.Clear();

        Assert.Same(first, second);
        Assert.Null(_buffer.Segments().Following);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(64 * 1024, 6)]
    [InlineData(1024 * 1024, 22)]
    [InlineData(64 * 1024 * 1024, 90)]
    public void A_payload_lies_in_few_pieces_and_takes_little_more_memory_than_it_has_bytes(int length, int most)
    {
        var buffer = new PayloadBuffer();
        byte[] chunk = new byte[16 * 1024];
        for (int left = length; left > 0; left -= chunk.Length)
        {
            buffer.Write(chunk.AsSpan(0, Math.Min(left, chunk.Length)));
        }

        int pieces = 0;
        long memory = 0;
        foreach (ReadOnlyMemory<byte> piece in buffer.AsSequence())
        {
            Assert.True(MemoryMarshal.TryGetArray(piece, out ArraySegment<byte> part));
            pieces++;
            memory += part.Array!.Length;
        }

        Assert.Equal(length, buffer.Length);
        Assert.InRange(pieces, 1, most);
        Assert.InRange(memory, length, (length * 1.25) + (64 * 1024));
        buffer.Clear();
    }

    [Fact]
    public void Behind_128_KiB_memory_comes_in_steps_unless_more_is_asked_for()
    {
        _buffer.Write(Bytes(100 * 1024, seed: 1));
        _buffer.GetMemory(64 * 1024);
        Assert.InRange(_buffer.GetMemory().Length, 64 * 1024, int.MaxValue);
        _buffer.Advance(28 * 1024);

        Assert.InRange(_buffer.GetMemory().Length, 1, 16 * 1024);
        Assert.InRange(_buffer.GetSpan().Length, 1, 16 * 1024);
        Assert.InRange(_buffer.GetMemory(40 * 1024).Length, 40 * 1024, int.MaxValue);
        Assert.InRange(_buffer.GetSpan(40 * 1024).Length, 40 * 1024, int.MaxValue);
        _buffer.Clear();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16 * 1024)]
    [InlineData((16 * 1024) + 1)]
    [InlineData(ushort.MaxValue)]
    [InlineData(ushort.MaxValue + 1)]
    [InlineData(128 * 1024)]
    [InlineData((5 * 1024 * 1024) + 1)]
    public void A_byte_string_is_written_as_by_MessagePack_and_takes_no_array_of_its_length(int length)
    {
        byte[] bytes = Bytes(length, seed: 1);
        RequireBytes(bytes, (ref writer) => RpcFormat.WriteByteArray(ref writer, bytes));
        RequireBytes(bytes, (ref writer) => RpcFormat.WriteBytes(ref writer, bytes));
        RequireBytes(bytes, (ref writer) => RpcFormat.WriteByteSegment(ref writer, bytes));
        RequireBytes(bytes, (ref writer) => RpcFormat.WriteByteSequence(ref writer, InPieces.Two(bytes, length / 3)));
    }

    private void RequireBytes(byte[] bytes, Writing write)
    {
        var expected = new ArrayBufferWriter<byte>();
        var plain = new MessagePackWriter(expected);
        plain.WriteArrayHeader(1);
        plain.Write(bytes);
        plain.Flush();

        var writer = new MessagePackWriter(_buffer);
        writer.WriteArrayHeader(1);
        write(ref writer);
        writer.Flush();

        Assert.Equal(expected.WrittenSpan, _buffer.AsSequence().ToArray());
        foreach (ReadOnlyMemory<byte> piece in _buffer.AsSequence())
        {
            Assert.True(MemoryMarshal.TryGetArray(piece, out ArraySegment<byte> part));
            Assert.InRange(part.Array!.Length, 1, Math.Max(32 * 1024, bytes.Length / 4));
        }

        MessagePackReader reader = _buffer.CreateReader();
        reader.ReadArrayHeader();
        Assert.Equal(bytes, RpcFormat.ReadByteArray(ref reader));
        Assert.True(reader.End);
        _buffer.Clear();
    }

    private static byte[] Bytes(int length, int seed)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
