using System.Text.Json.Nodes;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>The flags' names in the specification, in bit order.</summary>
internal static class FlagNames
{
    private static readonly string[] _call = ["DEADLINE", "NAME", "METADATA", "ONEWAY", "PARENT", "CREDIT", "KEY"];
    private static readonly string[] _status = ["MESSAGE", "DETAIL", "TRAILERS", "NOT_EXECUTED", "PAYLOAD"];

    public static JsonArray Of(CallFlags flags) => Names((int)flags, _call);

    public static JsonArray Of(StatusFlags flags) => Names((int)flags, _status);

    public static CallFlags Call(JsonNode names) => (CallFlags)Bits(names, _call);

    public static StatusFlags Status(JsonNode names) => (StatusFlags)Bits(names, _status);

    private static JsonArray Names(int flags, string[] all) =>
        [.. all.Where((_, bit) => (flags & (1 << bit)) != 0).Select(name => (JsonNode)name)];

    private static int Bits(JsonNode names, string[] all) =>
        names.AsArray().Sum(name => 1 << Array.IndexOf(all, (string)name!));
}
