namespace RpcWss.Generators.Model;

/// <summary>What leaf types are called where the wire is described: in signature hashes and in wire baselines.</summary>
internal static class LeafNames
{
    private static readonly HashSet<string> _all = All();

    /// <summary>The type's name in lower case; one name for all byte strings, whose bytes are the same.</summary>
    public static string Of(LeafKind leaf) => leaf switch
    {
        LeafKind.ByteArray or LeafKind.ByteMemory or LeafKind.ReadOnlyByteMemory or LeafKind.ByteSegment or LeafKind.ByteSequence => "bin",
        _ => leaf.ToString().ToLowerInvariant(),
    };

    public static bool Contains(string name) => _all.Contains(name);

    private static HashSet<string> All()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (LeafKind leaf in Enum.GetValues(typeof(LeafKind)))
        {
            if (leaf != LeafKind.None)
            {
                names.Add(Of(leaf));
            }
        }

        return names;
    }
}
