using System.Numerics;

namespace RpcWss.Protocol;

/// <summary>STATUS: ends a call (docs/protocol.md#status). Elements whose flag is not set are empty.</summary>
internal readonly ref struct StatusFrame
{
    // NotExecuted says something without an element.
    private const StatusFlags FlagsWithElement =
        StatusFlags.Message | StatusFlags.Detail | StatusFlags.Trailers | StatusFlags.Payload;

    private const int RequiredElements = 3;

    public ulong Id { get; private init; }

    /// <summary>0 to 16; what the peer sent above that is Unknown here.</summary>
    public int Code { get; private init; }

    /// <summary>The flags of version 1; others are left out.</summary>
    public StatusFlags Flags { get; private init; }

    /// <summary>Not checked to be valid UTF-8, nor to be within 4,096 bytes.</summary>
    public ReadOnlySpan<byte> Message { get; private init; }

    public ReadOnlySpan<byte> Detail { get; private init; }

    /// <summary>As encoded, for <see cref="MetadataCodec"/>: not yet checked.</summary>
    public ReadOnlySpan<byte> Trailers { get; private init; }

    /// <summary>The inline result.</summary>
    public ReadOnlySpan<byte> Payload { get; private init; }

    public bool HasPayload => (Flags & StatusFlags.Payload) != 0;

    public static StatusFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Status, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        ulong id = reader.ReadId();
        int code = reader.ReadStatusCode();
        var flags = (StatusFlags)(reader.ReadUInt64() & 0x1f);
        int known = RequiredElements + BitOperations.PopCount((uint)(flags & FlagsWithElement));
        if (elementCount < known)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Status, known, elementCount);

        ReadOnlySpan<byte> message = default, detail = default, trailers = default, payload = default;
        if ((flags & StatusFlags.Message) != 0)
            message = reader.ReadStr();
        if ((flags & StatusFlags.Detail) != 0)
            detail = reader.ReadBin();
        if ((flags & StatusFlags.Trailers) != 0)
            trailers = reader.ReadRaw();
        if ((flags & StatusFlags.Payload) != 0)
        {
            // The payload is last, so elements of later versions stand before it.
            reader.Skip(elementCount - known);
            payload = reader.ReadBin();
        }

        return new StatusFrame
        {
            Id = id,
            Code = code,
            Flags = flags,
            Message = message,
            Detail = detail,
            Trailers = trailers,
            Payload = payload,
        };
    }

    /// <summary>Room that <see cref="WriteHeader"/> needs at most.</summary>
    public static int MaxHeaderLength(int messageLength, int detailLength, int trailersLength) =>
        ElementWriter.MaxFrameStart
        + (3 * ElementWriter.MaxInteger)
        + ElementWriter.MaxHeader + messageLength
        + ElementWriter.MaxHeader + detailLength
        + trailersLength
        + ElementWriter.MaxHeader;

    /// <summary>
    /// Writes everything up to the payload's bytes, which the caller puts behind; the whole frame if there is no payload.
    /// <paramref name="flags"/> decide which of message, detail and trailers are written; for the payload it is
    /// <paramref name="inlineLength"/>, with -1 for none.
    /// </summary>
    /// <returns>Bytes written.</returns>
    public static int WriteHeader(
        Span<byte> destination, ulong id, int code, StatusFlags flags, ReadOnlySpan<byte> message, ReadOnlySpan<byte> detail,
        ReadOnlySpan<byte> trailers, int inlineLength)
    {
        flags = inlineLength < 0 ? flags & ~StatusFlags.Payload : flags | StatusFlags.Payload;
        var writer = new ElementWriter(destination);
        writer.WriteFrame(1 + RequiredElements + BitOperations.PopCount((uint)(flags & FlagsWithElement)), FrameKind.Status);
        writer.WriteUInt64(id);
        writer.WriteInt32(code);
        writer.WriteUInt64((ulong)flags);
        if ((flags & StatusFlags.Message) != 0)
            writer.WriteStr(message);
        if ((flags & StatusFlags.Detail) != 0)
            writer.WriteBin(detail);
        if ((flags & StatusFlags.Trailers) != 0)
            writer.WriteRaw(trailers);
        if (inlineLength >= 0)
            writer.WriteBinHeader(inlineLength);
        return writer.Written;
    }
}
