using CsCheck;

namespace RpcWss.Generators.Tests.Grammar;

/// <summary>The data types that each contract has for itself: Item with Item.Inner, Pair, and the enum Own.</summary>
internal static class DataGrammar
{
    private static readonly Gen<string> _memberType = Gen.Frequency(
        (6, TypeGrammar.Leaf), (2, TypeGrammar.Leaf.Select(static type => type + "?")), (1, TypeGrammar.Leaf.Select(static type => $"List<{type}>")), (1, TypeGrammar.Leaf.Select(static type => $"{type}[]")),
        (1, TypeGrammar.Leaf.Select(static type => $"Dictionary<string, {type}?>?")), (1, Gen.Const("Shared.Data?")), (1, Gen.Const("Shared.Box<Shared.Point>?")), (1, Gen.Const("(int, string?)")));

    private static readonly Gen<string> _member = Gen.OneOf(
        "public {0} {1} {{ get; set; }}", "public {0} {1} {{ get; init; }}", "public {0} {1} {{ get; internal set; }}", "public required {0} {1} {{ get; set; }}", "public required {0} {1} {{ get; init; }}", "public {0} {1};",
        "public required {0} {1};");

    private static readonly Gen<string> _memberName = Gen.OneOf("Value", "Count", "Key", "@class", "Reader", "Index", "X", "größe", "_", "Depth", "Writer", "ToText", "@event", "Present");

    /// <summary>How a type is marked, and the key of its member with that index.</summary>
    private static readonly Gen<(string Mark, Func<int, string> Key)> _keys = Gen.OneOf<(string, Func<int, string>)>(
        ("[MessagePackObject]", static index => $"[Key({index})] "),
        ("[MessagePackObject]", static index => $"[Key({index * 3})] "),
        ("[MessagePackObject]", static index => $"[Key(\"k {index}\")] "),
        ("[MessagePackObject(keyAsPropertyName: true)]", static _ => ""));

    private static readonly Gen<string> _item = Gen.Select(
        _keys, Gen.OneOf("public class", "public sealed class", "public struct", "public record", "public record struct", "internal class"),
        Gen.Select(_memberType, _member, _memberName).Array[0, 5], Gen.OneOf("Item?", "List<Item>?", "Dictionary<int, Item>?", ""),
        static (keys, kind, members, self) =>
        {
            bool isStruct = kind.Contains("struct", StringComparison.Ordinal);

            // A setter that is not public needs a key on the member.
            bool byName = keys.Key(0).Length == 0;
            var lines = members.DistinctBy(static member => member.Item3)
                .Select((member, index) => $"    {keys.Key(index)}{string.Format(null, byName ? member.Item2.Replace("internal set", "set", StringComparison.Ordinal) : member.Item2, member.Item1, member.Item3)}");
            string own = self.Length == 0 || isStruct ? "" : $"\n    {keys.Key(90)}public {self} Self {{ get; set; }}";
            return $"{keys.Mark} {kind.Replace("internal", "public", StringComparison.Ordinal)} Item\n{{\n{string.Join('\n', lines)}{own}\n"
                + "    [MessagePackObject] public class Inner { [Key(0)] public Own? Own { get; set; } [Key(1)] public Inner? Next { get; set; } }\n}";
        });

    private static readonly Gen<string> _pair = Gen.Select(
        Gen.OneOf("public record", "public readonly record struct", "public record struct", "public sealed record"), _memberType, _memberType, Gen.OneOf("[property: Key({0})] ", "[property: Key(\"{0}\")] "),
        static (kind, left, right, key) => $"[MessagePackObject] {kind} Pair({string.Format(null, key, 0)}{left} Left, {string.Format(null, key, 1)}{right} Right);");

    private static readonly Gen<string> _own = Gen.OneOf("sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong")
        .Select(static underlying => $"public enum Own : {underlying} {{ None, @default, Most = {(underlying is "sbyte" or "byte" ? "100" : "1000")} }}");

    public static readonly Gen<string> All = Gen.Select(_item, _pair, _own, static (item, pair, own) => $"{item}\n{pair}\n{own}");
}
