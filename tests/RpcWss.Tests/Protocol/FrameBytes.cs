using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>
/// Encodes the fields of a test vector with the codec. The buffer is exactly as long as the frame says it can need, so a
/// maximum that is too small fails here.
/// </summary>
internal static class FrameBytes
{
    public static byte[] Of(string kind, JsonObject fields) => kind switch
    {
        "HELLO" => Hello(fields),
        "CALL" => Call(fields),
        "STATUS" => Status(fields),
        "CANCEL" => Written(CancelFrame.MaxLength, to => CancelFrame.Write(to, Id(fields), Int(fields, "code"), IntOr(fields, "stream", -1))),
        "CHUNK" => Chunk(fields),
        "HEADERS" => Headers(fields),
        "ITEM" => Item(fields),
        "END" => End(fields),
        "CREDIT" => Written(CreditFrame.MaxLength, to => CreditFrame.Write(to, Id(fields), Int(fields, "stream"), Int(fields, "bytes"))),
        "PING" => Written(PingFrame.MaxLength, to => PingFrame.Write(to, Wide(fields, "value"))),
        "PONG" => Written(PongFrame.MaxLength, to => PongFrame.Write(to, Wide(fields, "value"))),
        "GOAWAY" => GoAway(fields),
        "AUTH" => Auth(fields),
        "ACK" => Written(AckFrame.MaxLength, to => AckFrame.Write(to, Wide(fields, "count"))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of version 1."),
    };

    private static byte[] Hello(JsonObject fields)
    {
        byte[] agent = Utf8(fields, "agent"), session = Hex(fields, "session"), proof = Hex(fields, "resumeProof");
        return Written(
            HelloFrame.MaxLength(agent.Length, session.Length, proof.Length),
            to => HelloFrame.Write(
                to, (PeerRole)Int(fields, "role"), LimitNames.FromJson(fields["limits"]!), (HelloFeatures)Wide(fields, "features"), agent, session, proof,
                fields["expiresMs"] is null ? null : Wide(fields, "expiresMs")));
    }

    private static byte[] Call(JsonObject fields)
    {
        byte[] name = Utf8(fields, "name"), metadata = Metadata(fields["metadata"]), key = Hex(fields, "key"), payload = Hex(fields, "payload");
        CallFlags flags = FlagNames.Call(fields["flags"]!);
        ulong hash = fields["hash"] is { } text ? ulong.Parse((string)text!, NumberStyles.HexNumber) : 0;
        ulong deadline = Wide(fields, "deadlineMs"), parent = Wide(fields, "parent"), credit = (ulong)IntOr(fields, "credit", 0);
        int room = CallFrame.MaxHeaderLength(name.Length, metadata.Length, key.Length);
        if (fields["announced"] is not null)
        {
            return Written(room, to => CallFrame.WriteAnnouncedHeader(
                to, Id(fields), Int(fields, "method"), flags, deadline, name, hash, metadata, parent, credit, key, Wide(fields, "announced")));
        }

        byte[] header = Written(room, to => CallFrame.WriteHeader(
            to, Id(fields), Int(fields, "method"), flags, deadline, name, hash, metadata, parent, credit, key, payload.Length));
        return [.. header, .. payload];
    }

    private static byte[] Status(JsonObject fields)
    {
        byte[] message = Utf8(fields, "message"), detail = Hex(fields, "detail"), payload = Hex(fields, "payload");
        byte[] trailers = Metadata(fields["trailers"]);
        int inlineLength = fields["payload"] is null ? -1 : payload.Length;
        byte[] header = Written(
            StatusFrame.MaxHeaderLength(message.Length, detail.Length, trailers.Length),
            to => StatusFrame.WriteHeader(
                to, Id(fields), Int(fields, "code"), FlagNames.Status(fields["flags"]!), message, detail, trailers, inlineLength));
        return [.. header, .. payload];
    }

    private static byte[] Chunk(JsonObject fields)
    {
        byte[] bytes = Hex(fields, "bytes");
        return [.. Written(ChunkFrame.MaxHeaderLength, to => ChunkFrame.WriteHeader(to, Id(fields), Int(fields, "stream"), bytes.Length)), .. bytes];
    }

    private static byte[] Headers(JsonObject fields)
    {
        byte[] metadata = Metadata(fields["metadata"]);
        return Written(HeadersFrame.MaxLength(metadata.Length), to => HeadersFrame.Write(to, Id(fields), metadata));
    }

    private static byte[] Item(JsonObject fields)
    {
        bool stalled = fields["stalled"] is not null;
        if (fields["announced"] is not null)
            return Written(ItemFrame.MaxHeaderLength, to => ItemFrame.WriteAnnounced(to, Id(fields), Int(fields, "stream"), Wide(fields, "announced"), stalled));

        byte[] payload = Hex(fields, "payload");
        byte[] mark = stalled ? Written(1, ItemFrame.WriteStalled) : [];
        return [.. Written(ItemFrame.MaxHeaderLength, to => ItemFrame.WriteHeader(to, Id(fields), Int(fields, "stream"), payload.Length, stalled)), .. payload, .. mark];
    }

    private static byte[] End(JsonObject fields)
    {
        byte[] message = Utf8(fields, "message");
        return Written(
            EndFrame.MaxLength(message.Length), to => EndFrame.Write(to, Id(fields), Int(fields, "stream"), Int(fields, "code"), message));
    }

    private static byte[] GoAway(JsonObject fields)
    {
        byte[] reason = Utf8(fields, "reason");
        return Written(
            GoAwayFrame.MaxLength(reason.Length),
            to => GoAwayFrame.Write(to, Wide(fields, "lastId"), (GoAwayCode)Int(fields, "code"), reason, Wide(fields, "drainMs")));
    }

    private static byte[] Auth(JsonObject fields)
    {
        if (fields.ContainsKey("scheme"))
        {
            byte[] scheme = Utf8(fields, "scheme"), token = Utf8(fields, "token");
            return Written(AuthFrame.MaxRequestLength(scheme.Length, token.Length), to => AuthFrame.WriteRequest(to, scheme, token));
        }

        byte[] message = Utf8(fields, "message");
        ulong? expires = fields["expiresMs"] is null ? null : Wide(fields, "expiresMs");
        return Written(AuthFrame.MaxAnswerLength(message.Length), to => AuthFrame.WriteAnswer(to, Int(fields, "code"), message, expires));
    }

    private static byte[] Metadata(JsonNode? entries)
    {
        if (entries is null)
            return [];

        var metadata = new RpcMetadata();
        foreach (JsonObject entry in entries.AsArray().Select(node => node!.AsObject()))
        {
            if (entry["text"] is { } text)
                metadata.Add((string)entry["key"]!, (string)text!);
            else
                metadata.Add((string)entry["key"]!, Hex(entry, "binary"));
        }

        return Written(MetadataCodec.MaxEncodedLength(metadata), to => MetadataCodec.Encode(metadata, to));
    }

    private delegate int Writer(Span<byte> destination);

    private static byte[] Written(int room, Writer write)
    {
        byte[] buffer = new byte[room];
        return buffer[..write(buffer)];
    }

    private static ulong Id(JsonObject fields) => Wide(fields, "id");

    private static ulong Wide(JsonObject fields, string name) => fields[name] is { } value ? ulong.Parse((string)value!) : 0;

    private static int Int(JsonObject fields, string name) => (int)fields[name]!;

    private static int IntOr(JsonObject fields, string name, int absent) => fields[name] is { } value ? (int)value : absent;

    private static byte[] Hex(JsonObject fields, string name) => fields[name] is { } value ? Convert.FromHexString((string)value!) : [];

    private static byte[] Utf8(JsonObject fields, string name) => fields[name] is { } value ? Encoding.UTF8.GetBytes((string)value!) : [];
}
