using System.Buffers;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Contracts.Tests;

/// <summary>The short way of single results takes the types that it is for, and leaves the others and what is not as expected to MessagePack.</summary>
public sealed class RpcValueTests
{
    [Fact]
    public void Results_have_the_bytes_of_MessagePack_and_come_back()
    {
        Check(-1, static (ref MessagePackWriter writer, int value) => writer.Write(value));
        Check(123_456, static (ref MessagePackWriter writer, int value) => writer.Write(value));
        Check(long.MaxValue, static (ref MessagePackWriter writer, long value) => writer.Write(value));
        Check(long.MinValue, static (ref MessagePackWriter writer, long value) => writer.Write(value));
        Check(-1.5, static (ref MessagePackWriter writer, double value) => writer.Write(value));
        Check(true, static (ref MessagePackWriter writer, bool value) => writer.Write(value));
        Check(false, static (ref MessagePackWriter writer, bool value) => writer.Write(value));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0xc0 })]
    [InlineData(new byte[] { 0x01, 0x01 })]
    [InlineData(new byte[] { 0xcd, 0x01 })]
    [InlineData(new byte[] { 0xce, 0xff, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 0xa1, 0x31 })]
    [InlineData(new byte[] { 0xc3 })]
    public void What_is_not_an_int_is_left_to_MessagePack(byte[] bytes) => Assert.False(RpcValue.TryRead<int>(bytes, out _));

    [Fact]
    public void Other_types_are_left_to_MessagePack()
    {
        var target = new ArrayBufferWriter<byte>();
        Assert.False(RpcValue.TryWrite(target, 1u) || RpcValue.TryWrite(target, 1f) || RpcValue.TryWrite(target, "1") || RpcValue.TryWrite(target, DayOfWeek.Monday) || RpcValue.TryWrite(target, (int?)1));
        Assert.Equal(0, target.WrittenCount);
        Assert.False(RpcValue.TryRead<uint>([1], out _) || RpcValue.TryRead<DayOfWeek>([1], out _) || RpcValue.TryRead<int?>([1], out _));
        Assert.False(RpcValue.TryRead<bool>([1], out _));
    }

    private static void Check<T>(T value, RpcResultWriter<T> write)
    {
        var expected = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(expected);
        write(ref writer, value);
        writer.Flush();
        var actual = new ArrayBufferWriter<byte>();

        Assert.True(RpcValue.TryWrite(actual, value));

        Assert.Equal(expected.WrittenSpan, actual.WrittenSpan);
        Assert.True(RpcValue.TryRead(expected.WrittenSpan, out T read));
        Assert.Equal(value, read);
    }
}
