namespace RpcWss.Generators.Compatibility;

/// <summary>Which leaf types read what others write.</summary>
internal static class LeafComparison
{
    private static readonly Dictionary<string, (bool Signed, int Bits)> _integers = new(StringComparer.Ordinal)
    {
        ["sbyte"] = (true, 8),
        ["byte"] = (false, 8),
        ["int16"] = (true, 16),
        ["uint16"] = (false, 16),
        ["int32"] = (true, 32),
        ["uint32"] = (false, 32),
        ["int64"] = (true, 64),
        ["uint64"] = (false, 64),
    };

    private static readonly List<string> _floats = ["half", "single", "double"];
    private static readonly HashSet<string> _texts = new(StringComparer.Ordinal) { "guid", "decimal", "uri", "version" };

    public static WireDifference Compare(string before, string after)
    {
        if (before == after)
        {
            return WireDifference.None;
        }

        if (_integers.TryGetValue(before, out var old) && _integers.TryGetValue(after, out var now))
        {
            return Holds(now, old) ? WireDifference.Widened("older readers fail on numbers that do not fit") : WireDifference.Broken("not every number fits");
        }

        if (_floats.Contains(before) && _floats.Contains(after))
        {
            return _floats.IndexOf(after) > _floats.IndexOf(before)
                ? WireDifference.Widened("older readers lose digits")
                : WireDifference.Broken("digits are lost");
        }

        if (IsText(before) && IsText(after))
        {
            return WireDifference.Alike;
        }

        return _texts.Contains(before) && IsText(after)
            ? WireDifference.Widened($"older readers fail on text that is no {before}")
            : WireDifference.Broken("neither is read as the other");
    }

    private static bool IsText(string name) => name is "string" or "stringbuilder";

    private static bool Holds((bool Signed, int Bits) now, (bool Signed, int Bits) old) =>
        now.Signed == old.Signed ? now.Bits >= old.Bits : now.Signed && now.Bits > old.Bits;
}
