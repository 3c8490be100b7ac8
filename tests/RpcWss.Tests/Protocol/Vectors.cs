using System.Text.Json.Nodes;

namespace RpcWss.Tests.Protocol;

/// <summary>docs/vectors/frames.json, which is part of the specification.</summary>
internal static class Vectors
{
    public static IReadOnlyList<JsonObject> Frames { get; } = Section("frames");

    public static IReadOnlyList<JsonObject> Messages { get; } = Section("messages");

    public static IReadOnlyList<JsonObject> Malformed { get; } = Section("malformed");

    public static IEnumerable<TheoryDataRow<string>> FrameNames => Names(Frames);

    public static IEnumerable<TheoryDataRow<string>> MinimalFrameNames => Names(Frames.Where(vector => (bool)vector["minimal"]!));

    public static IEnumerable<TheoryDataRow<string>> MessageNames => Names(Messages);

    public static IEnumerable<TheoryDataRow<string>> ConnectionFaultNames => Names(Malformed.Where(vector => Text(vector, "fault") == "connection"));

    public static IEnumerable<TheoryDataRow<string>> CallFaultNames => Names(Malformed.Where(vector => Text(vector, "fault") == "call"));

    public static JsonObject Named(string name) =>
        Frames.Concat(Messages).Concat(Malformed).Single(vector => Text(vector, "name") == name);

    public static string Text(JsonObject vector, string property) => (string)vector[property]!;

    public static byte[] Bytes(JsonObject vector) => Convert.FromHexString(Text(vector, "hex"));

    private static JsonObject[] Section(string name)
    {
        JsonNode document = JsonNode.Parse(File.ReadAllText(RepositoryFiles.PathOf("docs", "vectors", "frames.json")))!;
        return [.. document[name]!.AsArray().Select(node => node!.AsObject())];
    }

    private static IEnumerable<TheoryDataRow<string>> Names(IEnumerable<JsonObject> vectors) =>
        vectors.Select(vector => new TheoryDataRow<string>(Text(vector, "name")));
}
