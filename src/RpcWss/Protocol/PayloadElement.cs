namespace RpcWss.Protocol;

/// <summary>
/// The payload of a CALL or ITEM: a bin holds it inline, an integer announces its length (docs/protocol.md#payload).
/// </summary>
internal readonly ref struct PayloadElement
{
    public ReadOnlySpan<byte> Inline { get; private init; }

    public ulong AnnouncedLength { get; private init; }

    public bool IsAnnounced => AnnouncedLength != 0;

    public static PayloadElement Read(scoped ref ElementReader reader)
    {
        if (reader.IsBin)
            return new PayloadElement { Inline = reader.ReadBin() };

        // A nil is kept for payloads of unknown length; no peer may send one before both have agreed on such a feature.
        if (reader.TryReadNil())
            ProtocolViolationException.Throw("A payload of unknown length arrived; version 1 has none");

        ulong length = reader.ReadUInt64();
        if (length == 0)
            ProtocolViolationException.Throw("A payload of 0 bytes was announced; an empty payload is sent inline");
        return new PayloadElement { AnnouncedLength = length };
    }
}
