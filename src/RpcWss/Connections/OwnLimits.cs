using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>What this side's limits look like to the peer.</summary>
internal static class OwnLimits
{
    private const int LargestUncredited = 128 * 1024;

    public static ProtocolLimits Announce(RpcLimits limits)
    {
        limits.Validate();

        // Payloads that need no credit are bounded by the number of calls; the more calls, the smaller they must be (docs/protocol.md#receive-budget).
        long fairShare = limits.ReceiveBudget / 2 / limits.MaxConcurrentCalls;
        return new ProtocolLimits
        {
            MaxPayload = limits.MaxPayloadSize,
            MaxUncreditedPayload = (int)Math.Clamp(fairShare, ProtocolLimits.Minimum.MaxUncreditedPayload, LargestUncredited),
            MaxUnaryCalls = limits.MaxConcurrentCalls,
            MaxStreamingCalls = limits.MaxStreamingCalls,
            StreamWindow = limits.StreamWindow,
            MaxMetadataBytes = limits.MaxMetadataSize,
            MaxMetadataEntries = limits.MaxMetadataEntries,
            MaxMethodNames = limits.MaxMethodNames,
            OneWayWindow = limits.OneWayWindow,
            IdleTimeoutMs = limits.PingInterval == Timeout.InfiniteTimeSpan ? 0 : (int)Math.Min((limits.PingInterval + limits.PingTimeout).TotalMilliseconds, int.MaxValue),
        };
    }
}
