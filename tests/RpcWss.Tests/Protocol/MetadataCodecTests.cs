using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>Metadata within its limits arrives as it was sent; outside of them it is a result and never an exception.</summary>
public sealed class MetadataCodecTests
{
    private static readonly ProtocolLimits _limits = ProtocolLimits.Default;

    [Fact]
    public void Text_and_binary_values_arrive_in_order_with_their_duplicates()
    {
        var sent = new RpcMetadata { { "b", "zwei\n🙂" }, { "a", new byte[] { 0, 255 } }, { "b", "" }, { "b", Array.Empty<byte>() } };

        Assert.Equal(MetadataFault.None, MetadataCodec.TryDecode(Encode(sent), _limits, out RpcMetadata received));

        Assert.Equal(
            sent.Select(entry => (entry.Key, entry.Text, Convert.ToHexString(entry.Binary.Span))),
            received.Select(entry => (entry.Key, entry.Text, Convert.ToHexString(entry.Binary.Span))));
    }

    [Fact]
    public void What_is_decoded_does_not_refer_to_the_receive_buffer()
    {
        byte[] encoded = Encode(new RpcMetadata { { "a", new byte[] { 1, 2 } } });

        MetadataCodec.TryDecode(encoded, _limits, out RpcMetadata received);
        encoded.AsSpan().Clear();

        Assert.Equal([1, 2], received[0].Binary.ToArray());
    }

    [Fact]
    public void No_bytes_are_no_metadata()
    {
        Assert.Equal(MetadataFault.None, MetadataCodec.TryDecode([], _limits, out RpcMetadata received));
        Assert.Empty(received);
        Assert.Equal(0, MetadataCodec.SizeOf(default(ReadOnlySpan<byte>)));
    }

    [Fact]
    public void The_size_is_the_bytes_of_keys_and_values_and_32_for_each_entry()
    {
        var metadata = new RpcMetadata { { "key", "né" }, { "k", new byte[10] } };

        Assert.Equal(3 + 3 + 32 + 1 + 10 + 32, MetadataCodec.SizeOf(metadata));
        Assert.Equal(MetadataCodec.SizeOf(metadata), MetadataCodec.SizeOf(Encode(metadata)));
    }

    [Fact]
    public void Malformed_metadata_counts_with_its_encoded_length()
    {
        Assert.Equal(3, MetadataCodec.SizeOf((ReadOnlySpan<byte>)[0x91, 0xa1, 0x61]));
    }

    [Theory]
    [InlineData(8192, "None")]
    [InlineData(8193, "TooLarge")]
    public void Metadata_of_8_KiB_passes_and_a_byte_more_does_not(int size, string expected)
    {
        var metadata = new RpcMetadata { { "k", new byte[size - 33] } };
        Assert.Equal(size, MetadataCodec.SizeOf(metadata));

        Assert.Equal(expected, MetadataCodec.TryDecode(Encode(metadata), _limits, out RpcMetadata received).ToString());
        Assert.Equal(expected, MetadataCodec.Check(metadata, _limits).ToString());
        Assert.Equal(expected == "None" ? 1 : 0, received.Count);
    }

    [Theory]
    [InlineData(64, "None")]
    [InlineData(65, "TooManyEntries")]
    public void Sixty_four_entries_pass_and_one_more_does_not(int count, string expected)
    {
        var metadata = new RpcMetadata();
        for (int index = 0; index < count; index++)
            metadata.Add("k", "v");

        Assert.Equal(expected, MetadataCodec.TryDecode(Encode(metadata), _limits, out _).ToString());
        Assert.Equal(expected, MetadataCodec.Check(metadata, _limits).ToString());
    }

    [Fact]
    public void Metadata_over_a_limit_is_refused_before_any_of_it_is_copied()
    {
        byte[] encoded = Encode(new RpcMetadata { { "k", new byte[1_000_000] } });
        MetadataCodec.TryDecode(encoded, _limits, out _);

        long before = GC.GetAllocatedBytesForCurrentThread();
        MetadataFault fault = MetadataCodec.TryDecode(encoded, _limits, out _);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(MetadataFault.TooLarge, fault);
        Assert.True(allocated < 1024, $"{allocated} bytes were allocated.");
    }

    [Fact]
    public void Limits_above_the_default_are_honoured()
    {
        var metadata = new RpcMetadata { { "k", new byte[100_000] } };
        ProtocolLimits wide = _limits with { MaxMetadataBytes = 200_000 };

        Assert.Equal(MetadataFault.None, MetadataCodec.TryDecode(Encode(metadata), wide, out RpcMetadata received));
        Assert.Equal(100_000, received[0].Binary.Length);
    }

    [Theory]
    [InlineData("93a161a162")]
    [InlineData("92a161")]
    [InlineData("ddffffffff")]
    [InlineData("92a161db7fffffff61")]
    [InlineData("92a1619100")]
    [InlineData("92a161a162c0")]
    [InlineData("c1")]
    public void Bytes_that_are_no_flat_array_of_entries_are_malformed(string hex)
    {
        Assert.Equal(MetadataFault.Malformed, MetadataCodec.TryDecode(Convert.FromHexString(hex), _limits, out RpcMetadata received));
        Assert.Empty(received);
    }

    private static byte[] Encode(RpcMetadata metadata)
    {
        byte[] buffer = new byte[MetadataCodec.MaxEncodedLength(metadata)];
        return buffer[..MetadataCodec.Encode(metadata, buffer)];
    }
}
