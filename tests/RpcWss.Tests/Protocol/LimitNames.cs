using System.Text.Json.Nodes;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>The limits under their names in the specification.</summary>
internal static class LimitNames
{
    public static JsonObject ToJson(ProtocolLimits limits) => new()
    {
        ["maxFrame"] = limits.MaxFrame,
        ["maxMessage"] = limits.MaxMessage,
        ["maxPayload"] = limits.MaxPayload,
        ["maxUncreditedPayload"] = limits.MaxUncreditedPayload,
        ["maxUnaryCalls"] = limits.MaxUnaryCalls,
        ["maxStreamingCalls"] = limits.MaxStreamingCalls,
        ["maxMetadataBytes"] = limits.MaxMetadataBytes,
        ["maxMetadataEntries"] = limits.MaxMetadataEntries,
        ["maxMethodNames"] = limits.MaxMethodNames,
        ["oneWayWindow"] = limits.OneWayWindow,
        ["streamWindow"] = limits.StreamWindow,
        ["minPingInterval"] = limits.MinPingIntervalMs,
        ["idleTimeout"] = limits.IdleTimeoutMs,
    };

    public static ProtocolLimits FromJson(JsonNode json) => new()
    {
        MaxFrame = (int)json["maxFrame"]!,
        MaxMessage = (int)json["maxMessage"]!,
        MaxPayload = (int)json["maxPayload"]!,
        MaxUncreditedPayload = (int)json["maxUncreditedPayload"]!,
        MaxUnaryCalls = (int)json["maxUnaryCalls"]!,
        MaxStreamingCalls = (int)json["maxStreamingCalls"]!,
        MaxMetadataBytes = (int)json["maxMetadataBytes"]!,
        MaxMetadataEntries = (int)json["maxMetadataEntries"]!,
        MaxMethodNames = (int)json["maxMethodNames"]!,
        OneWayWindow = (int)json["oneWayWindow"]!,
        StreamWindow = (int)json["streamWindow"]!,
        MinPingIntervalMs = (int)json["minPingInterval"]!,
        IdleTimeoutMs = (int)json["idleTimeout"]!,
    };
}
