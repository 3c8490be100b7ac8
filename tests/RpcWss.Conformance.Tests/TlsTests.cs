namespace RpcWss.Conformance.Tests;

public sealed class TlsTests
{
    public static IEnumerable<TheoryDataRow<string, string, string, int>> Cases => CaseRows.Of("Tls");

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_case_passes(string name, string wire, string direction, int seed) => CaseRows.RunAsync(name, wire, direction, seed);
}
