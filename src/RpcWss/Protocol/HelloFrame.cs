namespace RpcWss.Protocol;

/// <summary>HELLO: the first frame of each side (docs/protocol.md#hello).</summary>
internal readonly ref struct HelloFrame
{
    private const int RequiredElements = 4;

    /// <summary>Always 1: a HELLO of another version cannot be read further and is a connection fault.</summary>
    public int Version { get; private init; }

    public PeerRole Role { get; private init; }

    public ProtocolLimits Limits { get; private init; }

    /// <summary>A set of bits; unknown ones are ignored.</summary>
    public HelloFeatures Features { get; private init; }

    /// <summary>Name and version of the peer's implementation, for logs; empty when absent. Not checked to be valid UTF-8.</summary>
    public ReadOnlySpan<byte> Agent { get; private init; }

    /// <summary>At most 64 bytes; empty when absent.</summary>
    public ReadOnlySpan<byte> Session { get; private init; }

    /// <summary>At most 64 bytes; empty when absent.</summary>
    public ReadOnlySpan<byte> ResumeProof { get; private init; }

    /// <summary>From a server: milliseconds until what it authenticated the request by expires; null when that does not.</summary>
    public ulong? ExpiresMs { get; private init; }

    public static HelloFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Hello, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        ulong version = reader.ReadUInt64();
        if (version != ProtocolConstants.Version)
        {
            ProtocolViolationException.Throw(
                GoAwayCode.VersionMismatch,
                $"The peer speaks another version of the protocol; {version}, this side speaks {ProtocolConstants.Version}");
        }

        ulong role = reader.ReadUInt64();
        if (role > (ulong)PeerRole.Server)
            ProtocolViolationException.ThrowOutOfRange("role", role);
        return new HelloFrame
        {
            Version = (int)version,
            Role = (PeerRole)role,
            Limits = ProtocolLimitsCodec.Read(ref reader),
            Features = (HelloFeatures)reader.ReadUInt64(),
            Agent = elementCount > 4 && !reader.TryReadNil() ? reader.ReadStr() : default,
            Session = elementCount > 5 ? ReadOptionalBin(ref reader, "length of the session id") : default,
            ResumeProof = elementCount > 6 ? ReadOptionalBin(ref reader, "length of the resume proof") : default,
            ExpiresMs = elementCount > 7 && !reader.TryReadNil() ? reader.ReadUInt64() : null,
        };
    }

    public static int MaxLength(int agentLength, int sessionLength, int resumeProofLength) =>
        ElementWriter.MaxFrameStart
        + (4 * ElementWriter.MaxInteger)
        + ProtocolLimitsCodec.MaxLength
        + (3 * ElementWriter.MaxHeader)
        + agentLength + sessionLength + resumeProofLength;

    /// <summary>Writes a HELLO of version 1; empty spans become nil, and an expiry that is null is left out.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(
        Span<byte> destination, PeerRole role, ProtocolLimits limits, HelloFeatures features = HelloFeatures.None, ReadOnlySpan<byte> agent = default,
        ReadOnlySpan<byte> session = default, ReadOnlySpan<byte> resumeProof = default, ulong? expiresMs = null)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(expiresMs is null ? 8 : 9, FrameKind.Hello);
        writer.WriteInt32(ProtocolConstants.Version);
        writer.WriteInt32((int)role);
        ProtocolLimitsCodec.Write(ref writer, limits);
        writer.WriteUInt64((ulong)features);
        writer.WriteStrOrNil(agent);
        writer.WriteBinOrNil(session);
        writer.WriteBinOrNil(resumeProof);
        if (expiresMs is { } expires)
            writer.WriteUInt64(expires);
        return writer.Written;
    }

    private static ReadOnlySpan<byte> ReadOptionalBin(scoped ref ElementReader reader, string what)
    {
        if (reader.TryReadNil())
            return default;

        ReadOnlySpan<byte> value = reader.ReadBin();
        if (value.Length > ProtocolConstants.MaxSessionBytes)
            ProtocolViolationException.ThrowOutOfRange(what, (ulong)value.Length);
        return value;
    }
}
