using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Tests;

/// <summary>The cases of a group as rows of a theory: each over every wire that fits into one process, in each direction.</summary>
internal static class CaseRows
{
    // Two processes are the program's own job; ProgramTests sees to it that it does it.
    private const Wire Here = Wire.AnyMemory | Wire.Loopback | Wire.LoopbackTls12;

    /// <summary>Where the random numbers start. Printed with each failure, since it is an argument of the theory.</summary>
    private static readonly int _seed = Random.Shared.Next();

    public static IEnumerable<TheoryDataRow<string, string, string, int>> Of(string group) =>
        from @case in CaseCatalog.All
        where @case.Group == @group
        from way in CaseCatalog.WaysOf(@case, Here)
        select new TheoryDataRow<string, string, string, int>(@case.Name, way.Wire.ToString(), way.Direction.ToString(), _seed);

    public static Task RunAsync(string name, string wire, string direction, int seed) => TimedRun.RunAsync(
        CaseCatalog.Find(name)!, new CaseSettings(Enum.Parse<Wire>(wire), Enum.Parse<Direction>(direction), seed, IsFull: false));
}
