using System.Buffers.Binary;
using System.Numerics;
using System.Text.Unicode;

namespace RpcWss.Protocol;

/// <summary>CALL: opens a call (docs/protocol.md#call). Elements whose flag is not set have their default value.</summary>
internal readonly ref struct CallFrame
{
    // OneWay says something without an element; a name comes with its signature hash.
    private const CallFlags FlagsWithElement =
        CallFlags.Deadline | CallFlags.Name | CallFlags.Metadata | CallFlags.Parent | CallFlags.Credit | CallFlags.Key;

    private const int RequiredElements = 4;

    public ulong Id { get; private init; }

    /// <summary>The number that the caller gave to the method's name.</summary>
    public int Method { get; private init; }

    /// <summary>The flags of version 1; others are left out.</summary>
    public CallFlags Flags { get; private init; }

    /// <summary>Milliseconds left when the caller sent the frame, at most 2^53; 0 has expired already.</summary>
    public ulong DeadlineMs { get; private init; }

    /// <summary>Valid UTF-8, 1 to 512 bytes, when the name flag is set.</summary>
    public ReadOnlySpan<byte> Name { get; private init; }

    /// <summary>0 when the caller does not know it.</summary>
    public ulong SignatureHash { get; private init; }

    /// <summary>As encoded, for <see cref="MetadataCodec"/>: not yet checked, since a bad one fails this call only.</summary>
    public ReadOnlySpan<byte> Metadata { get; private init; }

    /// <summary>The call of the receiver that the caller is serving.</summary>
    public ulong Parent { get; private init; }

    /// <summary>Bytes of result stream that the callee may send at once, at most 2^31-1.</summary>
    public ulong Credit { get; private init; }

    public ReadOnlySpan<byte> Key { get; private init; }

    /// <summary>The payload follows in CHUNK frames of stream 0.</summary>
    public bool IsAnnounced { get; private init; }

    /// <summary>Total payload bytes to come, at least 1.</summary>
    public ulong AnnouncedLength { get; private init; }

    /// <summary>The inline payload; empty when it is announced.</summary>
    public ReadOnlySpan<byte> Payload { get; private init; }

    public static CallFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Call, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        ulong id = reader.ReadId();
        int method = reader.ReadInt32("method number");
        var flags = (CallFlags)(reader.ReadUInt64() & 0x7f);
        int known = RequiredElements + OptionalElements(flags);
        if (elementCount < known)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Call, known, elementCount);

        ulong deadline = 0, hash = 0, parent = 0, credit = 0;
        ReadOnlySpan<byte> name = default, metadata = default, key = default;
        if ((flags & FlagsWithElement) != 0)
        {
            if ((flags & CallFlags.Deadline) != 0)
                deadline = Math.Min(reader.ReadUInt64(), ProtocolConstants.MaxDeadlineMs);
            if ((flags & CallFlags.Name) != 0)
            {
                name = ReadName(ref reader);
                hash = ReadHash(ref reader);
            }

            if ((flags & CallFlags.Metadata) != 0)
                metadata = reader.ReadRaw();
            if ((flags & CallFlags.Parent) != 0)
                parent = reader.ReadId();
            if ((flags & CallFlags.Credit) != 0)
                credit = (ulong)reader.ReadInt32("initial credit");
            if ((flags & CallFlags.Key) != 0)
                key = ReadKey(ref reader);
        }

        // The payload is last, so elements of later versions stand before it.
        reader.Skip(elementCount - known);
        PayloadElement payload = PayloadElement.Read(ref reader);
        return new CallFrame
        {
            Id = id,
            Method = method,
            Flags = flags,
            DeadlineMs = deadline,
            Name = name,
            SignatureHash = hash,
            Metadata = metadata,
            Parent = parent,
            Credit = credit,
            Key = key,
            IsAnnounced = payload.IsAnnounced,
            AnnouncedLength = payload.AnnouncedLength,
            Payload = payload.Inline,
        };
    }

    /// <summary>Room that <see cref="WriteHeader"/> and <see cref="WriteAnnouncedHeader"/> need at most.</summary>
    public static int MaxHeaderLength(int nameUtf8Length, int metadataLength, int keyLength) =>
        ElementWriter.MaxFrameStart
        + (6 * ElementWriter.MaxInteger)                            // id, method, flags, deadline, parent, credit
        + ElementWriter.MaxHeader + nameUtf8Length
        + ElementWriter.MaxHeader + ProtocolConstants.SignatureHashBytes
        + metadataLength
        + ElementWriter.MaxHeader + keyLength
        + ElementWriter.MaxInteger;                                 // announced length, or the shorter bin header

    /// <summary>
    /// Writes everything up to the payload's bytes, which the caller puts behind. <paramref name="flags"/> decide which
    /// of the optional elements are written.
    /// </summary>
    /// <returns>Bytes written.</returns>
    public static int WriteHeader(
        Span<byte> destination, ulong id, int method, CallFlags flags, ulong deadlineMs, ReadOnlySpan<byte> nameUtf8,
        ulong signatureHash, ReadOnlySpan<byte> metadata, ulong parent, ulong credit, ReadOnlySpan<byte> key, int inlineLength)
    {
        var writer = new ElementWriter(destination);
        WriteElements(ref writer, id, method, flags, deadlineMs, nameUtf8, signatureHash, metadata, parent, credit, key);
        writer.WriteBinHeader(inlineLength);
        return writer.Written;
    }

    /// <summary>Writes the whole frame of a call whose payload follows in CHUNK frames.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteAnnouncedHeader(
        Span<byte> destination, ulong id, int method, CallFlags flags, ulong deadlineMs, ReadOnlySpan<byte> nameUtf8,
        ulong signatureHash, ReadOnlySpan<byte> metadata, ulong parent, ulong credit, ReadOnlySpan<byte> key, ulong announcedLength)
    {
        var writer = new ElementWriter(destination);
        WriteElements(ref writer, id, method, flags, deadlineMs, nameUtf8, signatureHash, metadata, parent, credit, key);
        writer.WriteUInt64(announcedLength);
        return writer.Written;
    }

    private static void WriteElements(
        ref ElementWriter writer, ulong id, int method, CallFlags flags, ulong deadlineMs, ReadOnlySpan<byte> nameUtf8,
        ulong signatureHash, ReadOnlySpan<byte> metadata, ulong parent, ulong credit, ReadOnlySpan<byte> key)
    {
        writer.WriteFrame(1 + RequiredElements + OptionalElements(flags), FrameKind.Call);
        writer.WriteUInt64(id);
        writer.WriteInt32(method);
        writer.WriteUInt64((ulong)flags);
        if ((flags & FlagsWithElement) == 0)
            return;

        if ((flags & CallFlags.Deadline) != 0)
            writer.WriteUInt64(deadlineMs);
        if ((flags & CallFlags.Name) != 0)
        {
            Span<byte> hash = stackalloc byte[ProtocolConstants.SignatureHashBytes];
            BinaryPrimitives.WriteUInt64BigEndian(hash, signatureHash);
            writer.WriteStr(nameUtf8);
            writer.WriteBin(hash);
        }

        if ((flags & CallFlags.Metadata) != 0)
            writer.WriteRaw(metadata);
        if ((flags & CallFlags.Parent) != 0)
            writer.WriteUInt64(parent);
        if ((flags & CallFlags.Credit) != 0)
            writer.WriteUInt64(credit);
        if ((flags & CallFlags.Key) != 0)
            writer.WriteBin(key);
    }

    private static int OptionalElements(CallFlags flags) =>
        BitOperations.PopCount((uint)(flags & FlagsWithElement)) + ((flags & CallFlags.Name) != 0 ? 1 : 0);

    private static ReadOnlySpan<byte> ReadName(scoped ref ElementReader reader)
    {
        ReadOnlySpan<byte> name = reader.ReadStr();
        if (name.Length is 0 or > ProtocolConstants.MaxMethodNameBytes)
            ProtocolViolationException.ThrowOutOfRange("length of the method name", (ulong)name.Length);
        if (!Utf8.IsValid(name))
            ProtocolViolationException.Throw("A method name is not valid UTF-8");
        return name;
    }

    private static ulong ReadHash(scoped ref ElementReader reader)
    {
        ReadOnlySpan<byte> hash = reader.ReadBin();
        if (hash.Length != ProtocolConstants.SignatureHashBytes)
            ProtocolViolationException.ThrowOutOfRange("length of the signature hash", (ulong)hash.Length);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private static ReadOnlySpan<byte> ReadKey(scoped ref ElementReader reader)
    {
        ReadOnlySpan<byte> key = reader.ReadBin();
        if (key.Length is 0 or > ProtocolConstants.MaxCallKeyBytes)
            ProtocolViolationException.ThrowOutOfRange("length of the call key", (ulong)key.Length);
        return key;
    }
}
