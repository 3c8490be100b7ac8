using System.Text.Json.Nodes;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>A frame that is cut off is a connection fault at every byte, and never anything worse.</summary>
public sealed class TruncationTests
{
    [Theory]
    [MemberData(nameof(Vectors.FrameNames), MemberType = typeof(Vectors))]
    public void A_frame_cut_at_any_byte_is_a_connection_fault(string name)
    {
        byte[] whole = Vectors.Bytes(Vectors.Named(name));

        for (int length = 0; length < whole.Length; length++)
        {
            // A copy of exactly that length, so that reading on into the rest of the frame would be noticed.
            byte[] cut = whole[..length];
            Assert.Throws<ProtocolViolationException>(() => FrameConsumer.Consume(cut));
        }
    }

    [Theory]
    [MemberData(nameof(Vectors.FrameNames), MemberType = typeof(Vectors))]
    public void A_body_cut_at_any_byte_decodes_or_is_a_connection_fault(string name)
    {
        var reader = new FrameReader(Vectors.Bytes(Vectors.Named(name)), ProtocolLimits.Default.MaxFrame);
        Assert.True(reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body));
        int faults = 0;

        for (int length = 0; length < body.Length; length++)
        {
            for (int elements = 0; elements <= reader.ElementCount + 1; elements++)
                faults += Faults(kind, body[..length].ToArray(), elements);
        }

        Assert.True(faults > 0);
    }

    [Fact]
    public void Metadata_cut_at_any_byte_is_malformed()
    {
        JsonObject vector = Vectors.Named("headers-binary");
        var reader = new FrameReader(Vectors.Bytes(vector), ProtocolLimits.Default.MaxFrame);
        Assert.True(reader.TryRead(out _, out ReadOnlySpan<byte> body));
        byte[] metadata = HeadersFrame.Read(body, reader.ElementCount).Metadata.ToArray();

        for (int length = 1; length < metadata.Length; length++)
            Assert.Equal(MetadataFault.Malformed, MetadataCodec.TryDecode(metadata.AsSpan(0, length), ProtocolLimits.Default, out _));
    }

    private static int Faults(FrameKind kind, byte[] body, int elements)
    {
        try
        {
            FrameConsumer.Decode(kind, body, elements);
            return 0;
        }
        catch (ProtocolViolationException)
        {
            return 1;
        }
    }
}
