namespace RpcWss.Protocol;

/// <summary>The limits array of a HELLO: integers by position, shorter and longer arrays allowed (docs/protocol.md#limits).</summary>
internal static class ProtocolLimitsCodec
{
    private const int Known = 13;

    public const int MaxLength = 1 + (Known * ElementWriter.MaxInteger);

    public static ProtocolLimits Read(ref ElementReader reader)
    {
        ProtocolLimits least = ProtocolLimits.Minimum;
        int left = reader.ReadArrayHeader();

        // Initializers run in the order written here, which is the order on the wire.
        var limits = new ProtocolLimits
        {
            MaxFrame = Next(ref reader, ref left, "maxFrame", least.MaxFrame),
            MaxMessage = Next(ref reader, ref left, "maxMessage", least.MaxMessage),
            MaxPayload = Next(ref reader, ref left, "maxPayload", least.MaxPayload),
            MaxUncreditedPayload = Next(ref reader, ref left, "maxUncreditedPayload", least.MaxUncreditedPayload),
            MaxUnaryCalls = Next(ref reader, ref left, "maxUnaryCalls", least.MaxUnaryCalls),
            MaxStreamingCalls = Next(ref reader, ref left, "maxStreamingCalls", least.MaxStreamingCalls),
            MaxMetadataBytes = Next(ref reader, ref left, "maxMetadataBytes", least.MaxMetadataBytes),
            MaxMetadataEntries = Next(ref reader, ref left, "maxMetadataEntries", least.MaxMetadataEntries),
            MaxMethodNames = Next(ref reader, ref left, "maxMethodNames", least.MaxMethodNames),
            OneWayWindow = Next(ref reader, ref left, "oneWayWindow", least.OneWayWindow),
            StreamWindow = Next(ref reader, ref left, "streamWindow", least.StreamWindow),
            MinPingIntervalMs = Next(ref reader, ref left, "minPingInterval", least.MinPingIntervalMs),
            IdleTimeoutMs = Next(ref reader, ref left, "idleTimeout", least.IdleTimeoutMs),
        };

        for (; left > 0; left--)
            reader.ReadRaw(depth: 2);
        return limits;
    }

    public static void Write(ref ElementWriter writer, ProtocolLimits limits)
    {
        writer.WriteArrayHeader(Known);
        writer.WriteInt32(limits.MaxFrame);
        writer.WriteInt32(limits.MaxMessage);
        writer.WriteInt32(limits.MaxPayload);
        writer.WriteInt32(limits.MaxUncreditedPayload);
        writer.WriteInt32(limits.MaxUnaryCalls);
        writer.WriteInt32(limits.MaxStreamingCalls);
        writer.WriteInt32(limits.MaxMetadataBytes);
        writer.WriteInt32(limits.MaxMetadataEntries);
        writer.WriteInt32(limits.MaxMethodNames);
        writer.WriteInt32(limits.OneWayWindow);
        writer.WriteInt32(limits.StreamWindow);
        writer.WriteInt32(limits.MinPingIntervalMs);
        writer.WriteInt32(limits.IdleTimeoutMs);
    }

    private static int Next(ref ElementReader reader, ref int left, string name, int minimum)
    {
        if (left == 0)
            return minimum;

        left--;
        int value = reader.ReadClampedInt32();
        if (value < minimum)
            ProtocolViolationException.Throw($"An announced limit is below its minimum; {name} {value}, at least {minimum}");
        return value;
    }
}
