namespace RpcWss.Generators.Compatibility;

/// <summary>Finds contracts that are the same but for their names.</summary>
internal static class ContractRenames
{
    /// <summary>New names by old ones, where no other contract comes into question.</summary>
    public static Dictionary<string, string> Find(WireSurface before, WireSurface after)
    {
        var gone = Only(before, after);
        var added = Only(after, before);
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string old in gone)
        {
            var alike = added.FindAll(now => IsAlike(before.Methods(old), after.Methods(now)));
            if (alike.Count == 1 && gone.FindAll(other => IsAlike(before.Methods(old), before.Methods(other))).Count == 1)
            {
                renames.Add(old, alike[0]);
            }
        }

        return renames;
    }

    private static List<string> Only(WireSurface surface, WireSurface other)
    {
        var names = new List<string>();
        foreach (var line in surface.Lines)
        {
            if (line is WireContract contract && !other.Has(contract.Place))
            {
                names.Add(contract.Name);
            }
        }

        return names;
    }

    private static bool IsAlike(List<WireMethod> methods, List<WireMethod> others)
    {
        if (methods.Count == 0 || methods.Count != others.Count)
        {
            return false;
        }

        // Both are in the order of their names.
        for (int index = 0; index < methods.Count; index++)
        {
            if (methods[index].Name != others[index].Name || !methods[index].IsAlike(others[index]))
            {
                return false;
            }
        }

        return true;
    }
}
