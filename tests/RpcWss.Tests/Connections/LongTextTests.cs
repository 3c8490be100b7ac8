using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using MessagePack;
using RpcWss.Connections;
using RpcWss.Generated;

namespace RpcWss.Tests.Connections;

/// <summary>Text of any length, as generated code writes and reads it.</summary>
public sealed class LongTextTests
{
    private readonly PayloadBuffer _buffer = new();

    [Theory]
    [InlineData("a", 0)]
    [InlineData("a", 16 * 1024 / 3)]
    [InlineData("a", (16 * 1024 / 3) + 1)]
    [InlineData("a", ushort.MaxValue)]
    [InlineData("a", ushort.MaxValue + 1)]
    [InlineData("a", 3 * 1024 * 1024)]
    [InlineData("aé", 40_000)]
    [InlineData("漢", 20_000)]
    [InlineData("漢", 30_000)]
    [InlineData("a😀", 400_000)]
    [InlineData("\ud83d", 6_000)]
    [InlineData("\ude00\ud83d\ude00", 9_001)]
    public void Text_is_written_as_by_MessagePack_and_takes_no_array_of_its_length(string part, int count)
    {
        string text = string.Concat(Enumerable.Repeat(part, count));
        byte[] expected = Plain(text);

        var writer = new MessagePackWriter(_buffer);
        RpcFormat.WriteString(ref writer, text);
        writer.Flush();

        Assert.Equal(expected, _buffer.AsSequence().ToArray());
        foreach (ReadOnlyMemory<byte> piece in _buffer.AsSequence())
        {
            Assert.True(MemoryMarshal.TryGetArray(piece, out ArraySegment<byte> array));
            Assert.InRange(array.Array!.Length, 1, Math.Max(32 * 1024, expected.Length / 4));
        }

        var reader = new MessagePackReader(_buffer.AsSequence());
        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), RpcFormat.ReadString(ref reader));
        Assert.True(reader.End);
        _buffer.Clear();
    }

    [Fact]
    public void Text_is_read_wherever_its_bytes_are_parted()
    {
        const string Text = "aé漢😀z";
        byte[] bytes = Plain(Text);
        for (int first = 0; first <= bytes.Length; first++)
        {
            var reader = new MessagePackReader(InPieces.Two(bytes, first));
            Assert.Equal(Text, RpcFormat.ReadString(ref reader));
            Assert.True(reader.End);
        }
    }

    [Fact]
    public void Nil_is_null()
    {
        var writer = new MessagePackWriter(_buffer);
        RpcFormat.WriteString(ref writer, null);
        writer.Flush();

        var reader = new MessagePackReader(_buffer.AsSequence());
        Assert.Null(RpcFormat.ReadString(ref reader));
        Assert.True(reader.End);
    }

    [Fact]
    public void What_is_no_text_is_refused() => Assert.Throws<MessagePackSerializationException>(() => Read(MessagePackCode.Bin8, 1, 65));

    [Fact]
    public void What_is_cut_off_is_refused_whatever_it_announces() => Assert.Throws<EndOfStreamException>(() => Read(MessagePackCode.Str32, 127, 255, 255, 255, 65));

    private static string? Read(params byte[] bytes)
    {
        var reader = new MessagePackReader(bytes);
        return RpcFormat.ReadString(ref reader);
    }

    private static byte[] Plain(string text)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(bytes);
        writer.Write(text);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
