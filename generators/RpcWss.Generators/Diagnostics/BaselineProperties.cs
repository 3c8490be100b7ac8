using System.Collections.Immutable;
using RpcWss.Generators.Compatibility;

namespace RpcWss.Generators.Diagnostics;

/// <summary>How a diagnostic tells its code fix which lines leave the baseline and which come.</summary>
internal static class BaselineProperties
{
    public const string Removed = "Removed";
    public const string Added = "Added";

    /// <summary>The name that a method or contract had on the wire; not there when something else changed.</summary>
    public const string KeptName = "KeptName";

    public static ImmutableDictionary<string, string?> Of(WireEdit edit, string keptName)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Removed, string.Join("\n", edit.Removed)).Add(Added, string.Join("\n", edit.Added));
        return keptName.Length == 0 ? properties : properties.Add(KeptName, keptName);
    }

    /// <summary>The lines of a property.</summary>
    public static IReadOnlyList<string> Lines(ImmutableDictionary<string, string?> properties, string name) =>
        properties.TryGetValue(name, out string? lines) && !string.IsNullOrEmpty(lines) ? lines!.Split('\n') : [];
}
