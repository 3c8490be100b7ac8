using System.Text.Json.Nodes;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>The codec and the published vectors agree, so that another implementation can rely on them.</summary>
public sealed class VectorTests
{
    [Theory]
    [MemberData(nameof(Vectors.FrameNames), MemberType = typeof(Vectors))]
    public void A_frame_decodes_to_the_fields_of_its_vector(string name)
    {
        JsonObject vector = Vectors.Named(name);
        var reader = new FrameReader(Vectors.Bytes(vector), ProtocolLimits.Default.MaxFrame);

        Assert.True(reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body));
        JsonObject fields = FrameFields.Of(kind, body, reader.ElementCount);

        Assert.Equal(Vectors.Text(vector, "kind"), kind.ToString().ToUpperInvariant());
        Assert.Equal(vector["fields"]!.ToJsonString(), fields.ToJsonString());
        Assert.False(reader.TryRead(out _, out _));
    }

    [Theory]
    [MemberData(nameof(Vectors.MinimalFrameNames), MemberType = typeof(Vectors))]
    public void The_fields_of_a_minimal_vector_encode_to_its_bytes(string name)
    {
        JsonObject vector = Vectors.Named(name);

        byte[] bytes = FrameBytes.Of(Vectors.Text(vector, "kind"), vector["fields"]!.AsObject());

        Assert.Equal(Vectors.Text(vector, "hex"), Convert.ToHexStringLower(bytes));
    }

    [Theory]
    [MemberData(nameof(Vectors.MessageNames), MemberType = typeof(Vectors))]
    public void A_message_yields_its_known_frames_and_counts_the_optional_ones(string name)
    {
        JsonObject vector = Vectors.Named(name);
        var reader = new FrameReader(Vectors.Bytes(vector), ProtocolLimits.Default.MaxFrame);

        var kinds = new JsonArray();
        while (reader.TryRead(out FrameKind kind, out _))
            kinds.Add((JsonNode)kind.ToString().ToUpperInvariant());

        Assert.Equal(vector["kinds"]!.ToJsonString(), kinds.ToJsonString());
        Assert.Equal((int)vector["skipped"]!, reader.SkippedFrames);
    }

    [Theory]
    [MemberData(nameof(Vectors.ConnectionFaultNames), MemberType = typeof(Vectors))]
    public void A_malformed_message_is_the_connection_fault_that_its_vector_says(string name)
    {
        JsonObject vector = Vectors.Named(name);

        var fault = Assert.Throws<ProtocolViolationException>(() => FrameConsumer.Consume(Vectors.Bytes(vector)));

        Assert.Equal(Vectors.Text(vector, "code"), fault.Code.ToString());
    }

    [Theory]
    [MemberData(nameof(Vectors.CallFaultNames), MemberType = typeof(Vectors))]
    public void Malformed_metadata_fails_its_call_and_not_the_connection(string name)
    {
        JsonObject vector = Vectors.Named(name);

        MetadataFault fault = FrameConsumer.Consume(Vectors.Bytes(vector));

        string status = fault is MetadataFault.TooLarge or MetadataFault.TooManyEntries ? "ResourceExhausted" : "InvalidArgument";
        Assert.NotEqual(MetadataFault.None, fault);
        Assert.Equal(Vectors.Text(vector, "status"), status);
    }

    [Fact]
    public void There_is_a_minimal_vector_of_every_kind_and_every_flag()
    {
        JsonObject[] minimal = [.. Vectors.Frames.Where(vector => (bool)vector["minimal"]!)];

        string[] kinds = [.. minimal.Select(vector => Vectors.Text(vector, "kind")).Distinct().Order()];
        string[] flags = [.. minimal
            .Where(vector => vector["fields"]!["flags"] is not null)
            .SelectMany(vector => vector["fields"]!["flags"]!.AsArray(), (vector, flag) => $"{vector["kind"]}.{flag}")
            .Distinct()
            .Order()];

        Assert.Equal([.. Enum.GetNames<FrameKind>().Select(kind => kind.ToUpperInvariant()).Order()], kinds);
        Assert.Equal(
            [
                "CALL.CREDIT", "CALL.DEADLINE", "CALL.KEY", "CALL.METADATA", "CALL.NAME", "CALL.ONEWAY", "CALL.PARENT",
                "STATUS.DETAIL", "STATUS.MESSAGE", "STATUS.NOT_EXECUTED", "STATUS.PAYLOAD", "STATUS.TRAILERS",
            ],
            flags);
    }
}
