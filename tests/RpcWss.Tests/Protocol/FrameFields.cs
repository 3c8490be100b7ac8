using System.Text;
using System.Text.Json.Nodes;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>Decodes a frame with the codec and presents it the way a test vector does.</summary>
internal static class FrameFields
{
    public static JsonObject Of(FrameKind kind, ReadOnlySpan<byte> body, int elements) => kind switch
    {
        FrameKind.Hello => Hello(HelloFrame.Read(body, elements)),
        FrameKind.Call => Call(CallFrame.Read(body, elements)),
        FrameKind.Status => Status(StatusFrame.Read(body, elements)),
        FrameKind.Cancel => Cancel(CancelFrame.Read(body, elements)),
        FrameKind.Chunk => Chunk(ChunkFrame.Read(body, elements)),
        FrameKind.Headers => Headers(HeadersFrame.Read(body, elements)),
        FrameKind.Item => Item(ItemFrame.Read(body, elements)),
        FrameKind.End => End(EndFrame.Read(body, elements)),
        FrameKind.Credit => Credit(CreditFrame.Read(body, elements)),
        FrameKind.Ping => new() { ["value"] = Wide(PingFrame.Read(body, elements).Value) },
        FrameKind.Pong => new() { ["value"] = Wide(PongFrame.Read(body, elements).Value) },
        FrameKind.GoAway => GoAway(GoAwayFrame.Read(body, elements)),
        FrameKind.Auth => Auth(AuthFrame.Read(body, elements)),
        FrameKind.Ack => new() { ["count"] = Wide(AckFrame.Read(body, elements).Count) },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of version 1."),
    };

    private static JsonObject Hello(HelloFrame frame)
    {
        var fields = new JsonObject
        {
            ["version"] = frame.Version,
            ["role"] = (int)frame.Role,
            ["limits"] = LimitNames.ToJson(frame.Limits),
            ["features"] = Wide((ulong)frame.Features),
            ["agent"] = TextOrNull(frame.Agent),
            ["session"] = HexOrNull(frame.Session),
            ["resumeProof"] = HexOrNull(frame.ResumeProof),
        };
        if (frame.ExpiresMs is { } expires)
            fields["expiresMs"] = Wide(expires);
        return fields;
    }

    private static JsonObject Call(CallFrame frame) => new()
    {
        ["id"] = Wide(frame.Id),
        ["method"] = frame.Method,
        ["flags"] = FlagNames.Of(frame.Flags),
        ["deadlineMs"] = Has(frame, CallFlags.Deadline) ? Wide(frame.DeadlineMs) : null,
        ["name"] = Has(frame, CallFlags.Name) ? Encoding.UTF8.GetString(frame.Name) : null,
        ["hash"] = Has(frame, CallFlags.Name) ? frame.SignatureHash.ToString("x16") : null,
        ["metadata"] = Has(frame, CallFlags.Metadata) ? Metadata(frame.Metadata) : null,
        ["parent"] = Has(frame, CallFlags.Parent) ? Wide(frame.Parent) : null,
        ["credit"] = Has(frame, CallFlags.Credit) ? frame.Credit : null,
        ["key"] = Has(frame, CallFlags.Key) ? Hex(frame.Key) : null,
        ["payload"] = frame.IsAnnounced ? null : Hex(frame.Payload),
        ["announced"] = frame.IsAnnounced ? Wide(frame.AnnouncedLength) : null,
    };

    private static JsonObject Status(StatusFrame frame) => new()
    {
        ["id"] = Wide(frame.Id),
        ["code"] = frame.Code,
        ["flags"] = FlagNames.Of(frame.Flags),
        ["message"] = (frame.Flags & StatusFlags.Message) != 0 ? Encoding.UTF8.GetString(frame.Message) : null,
        ["detail"] = (frame.Flags & StatusFlags.Detail) != 0 ? Hex(frame.Detail) : null,
        ["trailers"] = (frame.Flags & StatusFlags.Trailers) != 0 ? Metadata(frame.Trailers) : null,
        ["payload"] = frame.HasPayload ? Hex(frame.Payload) : null,
    };

    private static JsonObject Cancel(CancelFrame frame) => new()
    {
        ["id"] = Wide(frame.Id),
        ["code"] = frame.Code,
        ["stream"] = frame.Stream < 0 ? null : frame.Stream,
    };

    private static JsonObject Chunk(ChunkFrame frame) => new()
    {
        ["id"] = Wide(frame.Id),
        ["stream"] = frame.Stream,
        ["bytes"] = Hex(frame.Bytes),
    };

    private static JsonObject Headers(HeadersFrame frame) => new()
    {
        ["id"] = Wide(frame.Id),
        ["metadata"] = Metadata(frame.Metadata),
    };

    private static JsonObject Item(ItemFrame frame)
    {
        var fields = new JsonObject
        {
            ["id"] = Wide(frame.Id),
            ["stream"] = frame.Stream,
            ["payload"] = frame.IsAnnounced ? null : Hex(frame.Payload),
            ["announced"] = frame.IsAnnounced ? Wide(frame.AnnouncedLength) : null,
        };
        if (frame.HasStalled)
        {
            fields["stalled"] = true;
        }

        return fields;
    }

    private static JsonObject End(EndFrame frame) => new()
    {
        ["id"] = Wide(frame.Id),
        ["stream"] = frame.Stream,
        ["code"] = frame.Code,
        ["message"] = TextOrNull(frame.Message),
    };

    private static JsonObject Credit(CreditFrame frame) => new()
    {
        ["id"] = Wide(frame.Id),
        ["stream"] = frame.Stream,
        ["bytes"] = frame.Bytes,
    };

    private static JsonObject GoAway(GoAwayFrame frame) => new()
    {
        ["lastId"] = Wide(frame.LastId),
        ["code"] = (int)frame.Code,
        ["reason"] = Encoding.UTF8.GetString(frame.Reason),
        ["drainMs"] = Wide(frame.DrainMs),
    };

    private static JsonObject Auth(AuthFrame frame) => frame.IsAnswer
        ? new()
        {
            ["code"] = frame.Code,
            ["message"] = TextOrNull(frame.Message),
            ["expiresMs"] = frame.ExpiresMs is { } expires ? Wide(expires) : null,
        }
        : new()
        {
            ["scheme"] = Encoding.UTF8.GetString(frame.Scheme),
            ["token"] = Encoding.UTF8.GetString(frame.Token),
        };

    private static JsonArray Metadata(ReadOnlySpan<byte> encoded)
    {
        Assert.Equal(MetadataFault.None, MetadataCodec.TryDecode(encoded, ProtocolLimits.Default, out RpcMetadata metadata));
        return [.. metadata.Select(entry => (JsonNode)(entry.IsBinary
            ? new JsonObject { ["key"] = entry.Key, ["binary"] = Hex(entry.Binary.Span) }
            : new JsonObject { ["key"] = entry.Key, ["text"] = entry.Text }))];
    }

    private static bool Has(CallFrame frame, CallFlags flag) => (frame.Flags & flag) != 0;

    private static string Wide(ulong value) => value.ToString();

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    private static string? HexOrNull(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? null : Hex(bytes);

    private static string? TextOrNull(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8);
}
