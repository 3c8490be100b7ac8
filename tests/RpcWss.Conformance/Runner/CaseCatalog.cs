namespace RpcWss.Conformance.Runner;

/// <summary>All cases of the program, in the order of the list: by group, and by name within one.</summary>
internal static class CaseCatalog
{
    private static readonly string[] _groups = ["Basic", "Streaming", "Flow", "Cancellation", "Deadlines", "Errors", "Tls", "Hostile", "Kill"];

    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        .. typeof(CaseCatalog).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ConformanceCase)) && !type.IsAbstract)
            .Select(type => (ConformanceCase)Activator.CreateInstance(type)!)
            .OrderBy(@case => Array.IndexOf(_groups, @case.Group))
            .ThenBy(@case => @case.Name, StringComparer.Ordinal),
    ];

    public static ConformanceCase? Find(string name) => All.FirstOrDefault(@case => @case.Name == name);

    /// <summary>The ways to run a case: every wire of <paramref name="wires"/> that it allows, in every direction.</summary>
    public static IEnumerable<(Wire Wire, Direction Direction)> WaysOf(ConformanceCase @case, Wire wires)
    {
        foreach (Wire wire in Enum.GetValues<Wire>().Where(wire => int.IsPow2((int)wire) && (@case.Wires & wires & wire) != 0))
        {
            yield return (wire, Direction.ToServer);
            if (@case.HasDirections)
            {
                yield return (wire, Direction.ToClient);
            }
        }
    }
}
