using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>Decodes everything in a message, the way a connection would, and keeps nothing.</summary>
internal static class FrameConsumer
{
    /// <returns>The first fault of metadata, which fails a call only.</returns>
    public static MetadataFault Consume(ReadOnlySpan<byte> message)
    {
        MetadataFault first = MetadataFault.None;
        var reader = new FrameReader(message, ProtocolLimits.Default.MaxFrame);
        while (reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body))
        {
            MetadataFault fault = Decode(kind, body, reader.ElementCount);
            if (first == MetadataFault.None)
                first = fault;
        }

        return first;
    }

    public static MetadataFault Decode(FrameKind kind, ReadOnlySpan<byte> body, int elements)
    {
        switch (kind)
        {
            case FrameKind.Hello:
                HelloFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.Call:
                return Metadata(CallFrame.Read(body, elements).Metadata);
            case FrameKind.Status:
                return Metadata(StatusFrame.Read(body, elements).Trailers);
            case FrameKind.Cancel:
                CancelFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.Chunk:
                ChunkFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.Headers:
                return Metadata(HeadersFrame.Read(body, elements).Metadata);
            case FrameKind.Item:
                ItemFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.End:
                EndFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.Credit:
                CreditFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.Ping:
                PingFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.Pong:
                PongFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.GoAway:
                GoAwayFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.Auth:
                AuthFrame.Read(body, elements);
                return MetadataFault.None;
            case FrameKind.Ack:
                AckFrame.Read(body, elements);
                return MetadataFault.None;
            default:
                throw new InvalidOperationException($"The frame reader handed out kind {kind}, which it does not know.");
        }
    }

    private static MetadataFault Metadata(ReadOnlySpan<byte> encoded)
    {
        MetadataCodec.SizeOf(encoded);
        return MetadataCodec.TryDecode(encoded, ProtocolLimits.Default, out _);
    }
}
