using RpcWss.Generators.Model;

namespace RpcWss.Generators.Compatibility;

/// <summary>The words of a baseline.</summary>
internal static class WireWords
{
    private static readonly HashSet<string> _own = new(StringComparer.Ordinal) { "custom", "void", "oneway", "bytes", "items", "progress", "optional" };

    /// <summary>Whether a type cannot be called so.</summary>
    public static bool IsReserved(string name) => _own.Contains(name) || LeafNames.Contains(name);
}
