using System.Buffers;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Contracts.Tests;

/// <summary>The short way of single values writes what MessagePack writes, and reads it as MessagePack reads it or leaves it to that.</summary>
public sealed class RpcValueTests
{
    private static readonly long[] _numbers =
    [
        .. new[] { 0, 7, 8, 15, 16, 31, 32, 33, 62, 63 }.SelectMany(bits => new[] { (1L << bits) - 1, 1L << bits, (1L << bits) + 1 }).SelectMany(number => new[] { number, -number }),
        .. Enumerable.Range(-300, 600).Select(number => (long)number),
    ];

    [Fact]
    public void Numbers_have_the_bytes_of_MessagePack_and_come_back()
    {
        foreach (long number in _numbers)
        {
            Check(number, static (ref MessagePackWriter writer, long value) => writer.Write(value), number is >= int.MinValue and <= uint.MaxValue);
            if (number == (int)number)
            {
                Check((int)number, static (ref MessagePackWriter writer, int value) => writer.Write(value), true);
            }
        }
    }

    [Fact]
    public void Truth_values_have_the_bytes_of_MessagePack_and_come_back()
    {
        Check(true, static (ref MessagePackWriter writer, bool value) => writer.Write(value), true);
        Check(false, static (ref MessagePackWriter writer, bool value) => writer.Write(value), true);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0xc0 })]
    [InlineData(new byte[] { 0x01, 0x01 })]
    [InlineData(new byte[] { 0xcd, 0x01 })]
    [InlineData(new byte[] { 0xce, 0xff, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 0xd3, 0, 0, 0, 0, 0, 0, 0, 1 })]
    [InlineData(new byte[] { 0xa1, 0x31 })]
    [InlineData(new byte[] { 0xc3 })]
    public void What_is_not_an_int_in_its_shortest_form_is_left_to_MessagePack(byte[] bytes) => Assert.False(RpcValue.TryRead<int>(bytes, out _));

    [Fact]
    public void Other_types_are_left_to_MessagePack()
    {
        var target = new ArrayBufferWriter<byte>();
        Assert.False(RpcValue.TryWrite(target, 1u) || RpcValue.TryWrite(target, 1.0) || RpcValue.TryWrite(target, "1") || RpcValue.TryWrite(target, DayOfWeek.Monday) || RpcValue.TryWrite(target, (int?)1));
        Assert.Equal(0, target.WrittenCount);
        Assert.False(RpcValue.TryRead<uint>([1], out _) || RpcValue.TryRead<DayOfWeek>([1], out _) || RpcValue.TryRead<int?>([1], out _));
        Assert.False(RpcValue.TryRead<bool>([1], out _));
    }

    private static void Check<T>(T value, RpcResultWriter<T> write, bool isShort)
    {
        var expected = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(expected);
        write(ref writer, value);
        writer.Flush();
        var actual = new ArrayBufferWriter<byte>();

        Assert.Equal(isShort, RpcValue.TryWrite(actual, value));
        if (isShort)
        {
            Assert.Equal(expected.WrittenSpan, actual.WrittenSpan);
        }

        if (RpcValue.TryRead(expected.WrittenSpan, out T read))
        {
            Assert.Equal(value, read);
        }
        else
        {
            Assert.False(isShort);
        }
    }
}
