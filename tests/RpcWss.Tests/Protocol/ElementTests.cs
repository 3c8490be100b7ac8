using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>Integers and lengths are written in their shortest form at every boundary, and read back.</summary>
public sealed class ElementTests
{
    [Theory]
    [InlineData(0ul, 1)]
    [InlineData(127ul, 1)]
    [InlineData(128ul, 2)]
    [InlineData(255ul, 2)]
    [InlineData(256ul, 3)]
    [InlineData(65_535ul, 3)]
    [InlineData(65_536ul, 5)]
    [InlineData(4_294_967_295ul, 5)]
    [InlineData(4_294_967_296ul, 9)]
    [InlineData(ulong.MaxValue, 9)]
    public void An_integer_takes_its_shortest_form_and_reads_back(ulong value, int expected)
    {
        byte[] buffer = new byte[expected];
        var writer = new ElementWriter(buffer);
        writer.WriteUInt64(value);

        var reader = new ElementReader(buffer);

        Assert.Equal(expected, writer.Written);
        Assert.Equal(value, reader.ReadUInt64());
        Assert.True(reader.Rest.IsEmpty);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(31, 1, 2)]
    [InlineData(32, 2, 2)]
    [InlineData(255, 2, 2)]
    [InlineData(256, 3, 3)]
    [InlineData(65_535, 3, 3)]
    [InlineData(65_536, 5, 5)]
    public void A_str_and_a_bin_take_their_shortest_headers_and_read_back(int length, int strHeader, int binHeader)
    {
        string text = new('x', length);
        byte[] content = [.. Enumerable.Repeat((byte)'x', length)];
        byte[] buffer = new byte[(2 * strHeader) + binHeader + (3 * length)];
        var writer = new ElementWriter(buffer);
        writer.WriteStr(text);
        writer.WriteStr(content);
        writer.WriteBin(content);

        var reader = new ElementReader(buffer);

        Assert.Equal(buffer.Length, writer.Written);
        Assert.True(reader.ReadStr().SequenceEqual(content));
        Assert.True(reader.ReadStr().SequenceEqual(content));
        Assert.True(reader.ReadBin().SequenceEqual(content));
        Assert.True(reader.Rest.IsEmpty);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(15, 1)]
    [InlineData(16, 3)]
    [InlineData(65_535, 3)]
    [InlineData(65_536, 5)]
    public void An_array_header_takes_its_shortest_form_and_reads_back(int count, int expected)
    {
        byte[] buffer = new byte[expected + count];
        var writer = new ElementWriter(buffer);
        writer.WriteArrayHeader(count);

        var reader = new ElementReader(buffer);

        Assert.Equal(expected, writer.Written);
        Assert.Equal(count, reader.ReadArrayHeader());
    }

    [Theory]
    [InlineData("d0ff")]
    [InlineData("d1ffff")]
    [InlineData("d2ffffffff")]
    [InlineData("d3ffffffffffffffff")]
    [InlineData("e0")]
    public void A_negative_integer_is_refused_in_every_form(string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);

        Assert.Throws<ProtocolViolationException>(() => new ElementReader(bytes).ReadUInt64());
    }

    [Theory]
    [InlineData("d07f", 127ul)]
    [InlineData("d17fff", 32_767ul)]
    [InlineData("d27fffffff", 2_147_483_647ul)]
    [InlineData("d37fffffffffffffff", 9_223_372_036_854_775_807ul)]
    public void A_non_negative_integer_is_accepted_in_every_signed_form(string hex, ulong expected)
    {
        Assert.Equal(expected, new ElementReader(Convert.FromHexString(hex)).ReadUInt64());
    }
}
