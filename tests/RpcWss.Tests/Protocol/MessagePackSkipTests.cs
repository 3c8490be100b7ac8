using System.Buffers.Binary;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>Skipping data that nobody decodes must cost no stack and believe no length.</summary>
public sealed class MessagePackSkipTests
{
    [Theory]
    [InlineData("00")]
    [InlineData("7f")]
    [InlineData("e0")]
    [InlineData("ff")]
    [InlineData("c0")]
    [InlineData("c2")]
    [InlineData("c3")]
    [InlineData("cc00")]
    [InlineData("cd0000")]
    [InlineData("ce00000000")]
    [InlineData("cf0000000000000000")]
    [InlineData("d000")]
    [InlineData("d10000")]
    [InlineData("d200000000")]
    [InlineData("d30000000000000000")]
    [InlineData("ca00000000")]
    [InlineData("cb0000000000000000")]
    [InlineData("a0")]
    [InlineData("a26161")]
    [InlineData("d90161")]
    [InlineData("da000161")]
    [InlineData("db0000000161")]
    [InlineData("c40100")]
    [InlineData("c5000100")]
    [InlineData("c60000000100")]
    [InlineData("d40100")]
    [InlineData("d5010000")]
    [InlineData("d60100000000")]
    [InlineData("d7010000000000000000")]
    [InlineData("d80100000000000000000000000000000000")]
    [InlineData("c7020100ff")]
    [InlineData("c8000201ffff")]
    [InlineData("c90000000201ffff")]
    [InlineData("90")]
    [InlineData("9201c0")]
    [InlineData("dc000201c0")]
    [InlineData("dd0000000201c0")]
    [InlineData("80")]
    [InlineData("8101c0")]
    [InlineData("de000101c0")]
    [InlineData("df0000000101c0")]
    [InlineData("93918101a16190c0")]
    public void A_value_of_every_type_is_measured_exactly_and_never_beyond_its_end(string hex)
    {
        byte[] value = Convert.FromHexString(hex);
        byte[] followed = [.. value, 0x01, 0x02];

        Assert.Equal(MessagePackFault.None, MessagePackSkip.TryMeasure(followed, 0, out int length));
        Assert.Equal(value.Length, length);
        for (int cut = 0; cut < value.Length; cut++)
            Assert.Equal(MessagePackFault.Truncated, MessagePackSkip.TryMeasure(value.AsSpan(0, cut), 0, out _));
    }

    [Fact]
    public void Data_nested_10_000_deep_is_refused_at_level_65()
    {
        byte[] arrays = [.. Enumerable.Repeat((byte)0x91, 10_000), 0x90];
        byte[] maps = [.. Enumerable.Repeat<byte[]>([0x81, 0x01], 10_000).SelectMany(map => map), 0x80];

        Assert.Equal(MessagePackFault.TooDeep, MessagePackSkip.TryMeasure(arrays, 0, out _));
        Assert.Equal(MessagePackFault.TooDeep, MessagePackSkip.TryMeasure(maps, 0, out _));
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(1, 63)]
    [InlineData(63, 1)]
    [InlineData(64, 0)]
    public void Levels_outside_the_value_count_towards_the_limit_of_64(int outside, int allowed)
    {
        Assert.Equal(MessagePackFault.None, MessagePackSkip.TryMeasure(Nested(allowed), outside, out int length));
        Assert.Equal(allowed + 1, length);
        Assert.Equal(MessagePackFault.TooDeep, MessagePackSkip.TryMeasure(Nested(allowed + 1), outside, out _));
    }

    [Fact]
    public void Siblings_after_a_nested_value_belong_to_the_array_around_it()
    {
        // Siblings after a nested value need the count of their own level again.
        byte[] value = Convert.FromHexString("9391929101029190c0");

        Assert.Equal(MessagePackFault.None, MessagePackSkip.TryMeasure(value, 0, out int length));
        Assert.Equal(value.Length, length);
    }

    [Theory]
    [InlineData(0xdd)]
    [InlineData(0xdf)]
    [InlineData(0xdb)]
    [InlineData(0xc6)]
    [InlineData(0xc9)]
    public void A_length_of_4_G_is_refused_by_what_remains(byte code)
    {
        byte[] value = new byte[1024];
        value[0] = code;
        BinaryPrimitives.WriteUInt32BigEndian(value.AsSpan(1), uint.MaxValue);

        Assert.Equal(MessagePackFault.Truncated, MessagePackSkip.TryMeasure(value, 0, out _));
    }

    [Fact]
    public void The_byte_that_MessagePack_never_uses_is_refused_at_any_depth()
    {
        Assert.Equal(MessagePackFault.NeverUsed, MessagePackSkip.TryMeasure([0xc1], 0, out _));
        Assert.Equal(MessagePackFault.NeverUsed, MessagePackSkip.TryMeasure([0x92, 0x01, 0xc1], 0, out _));
    }

    private static byte[] Nested(int containers) =>
        containers == 0 ? [0x01] : [.. Enumerable.Repeat((byte)0x91, containers), 0x01];
}
