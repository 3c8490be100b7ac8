using Microsoft.CodeAnalysis;
using RpcWss.Generators.Compatibility;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests.Compatibility;

/// <summary>What the comparison does around the table: which files it takes, when it is silent, and what it remembers of members that are gone.</summary>
public sealed class BaselineAnalyzerTests
{
    private const string Contract = "[RpcContract] public partial interface IShape { Task M(int a); }";
    private const string Baseline = "contract IShape\nmethod IShape/M (a: int32) -> void\n";

    [Fact]
    public async Task Without_a_baseline_nothing_is_said()
    {
        Assert.Empty(await Baselines.Check(Contract));
        Assert.Empty(await Baselines.Check(Contract, ("notes.txt", "nonsense"), ("rpc.txt", "nonsense")));
    }

    [Fact]
    public async Task An_empty_baseline_asks_for_everything()
    {
        var said = Assert.Single(await Baselines.Check(Contract, (Baselines.Path, "")));

        Assert.Equal("RPCWSS046", said.Id);
        Assert.Equal("contract IShape\nmethod IShape/M (a: int32) -> void", said.Properties[BaselineProperties.Added]);
    }

    [Fact]
    public async Task Several_files_are_one_baseline()
    {
        string[] lines = Baseline.Split('\n');

        Assert.Empty(await Baselines.Check(Contract, ("b.rpc.txt", lines[0]), ("a.RPC.txt", "# A comment.\r\n\r\n  " + lines[1] + "  \r\n")));
    }

    [Theory]
    [InlineData("contract IShape\nnonsense", "nonsense", "is expected at 'nonsense'")]
    [InlineData("contract IShape\nmethod IShape/M (a: int32) -> void\nmethod IShape/M () -> void", "method IShape/M () -> void", "there is another line about the same")]
    [InlineData("method IShape/M (a: int32) -> void", "method IShape/M (a: int32) -> void", "the contract 'IShape' has no line")]
    [InlineData("data A[0] X: int32", "data A[0] X: int32", "the data type 'A' has no line")]
    public async Task A_line_that_is_not_understood_is_reported_where_it_stands_and_alone(string text, string line, string reason)
    {
        var said = Assert.Single(await Baselines.Check(Contract, (Baselines.Path, text)));

        Assert.Equal(("RPCWSS045", DiagnosticSeverity.Error), (said.Id, said.Severity));
        Assert.Contains(reason, said.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(Baselines.Path, said.Location.GetLineSpan().Path);
        Assert.Equal(line, text.Substring(said.Location.SourceSpan.Start, said.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task While_a_contract_has_an_error_nothing_is_compared()
    {
        Assert.Empty(await Baselines.Check(Contract + "[RpcContract] public partial interface IOther { int M(); }", (Baselines.Path, "contract IGone\n")));
    }

    [Theory]
    [InlineData("#pragma warning disable RPCWSS043\n")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"RpcWss\", \"RPCWSS043\")]\n")]
    public async Task A_break_is_suppressed_like_any_diagnostic(string suppression)
    {
        string broken = Contract.Replace("int a", "string a", StringComparison.Ordinal);

        Assert.Equal("RPCWSS043", Assert.Single(await Baselines.Check(broken, (Baselines.Path, Baseline))).Id);
        Assert.Empty(await Baselines.Check(suppression + broken, (Baselines.Path, Baseline)));
    }

    [Theory]
    [InlineData("[Key(2)] public string? Color { get; set; }", "RPCWSS044", "'Data[2] Color': it has the key of a member that was removed, 'Data[2] Note', which was int32")]
    [InlineData("[Key(2)] public int Back { get; set; }", "RPCWSS046", "'Data[2] Back' is not as the wire baseline has it: it is back")]
    [InlineData("[Key(3)] public string? Color { get; set; }", "RPCWSS044", "'Data[3] Color': it comes behind the removed 'Data[2] Note', in whose place nil is sent now")]
    public async Task The_key_of_a_removed_member_is_remembered(string member, string id, string message)
    {
        const string baseline = "contract IShape\nmethod IShape/M (a: Data) -> void\ndata Data array\ndata Data[1] X: int32\nremoved Data[2] Note: int32\n";
        string source = $$"""
            [RpcContract] public partial interface IShape { Task M(Data a); }
            [MessagePackObject] public class Data { [Key(1)] public int X { get; set; } {{member}} }
            """;

        var said = Assert.Single(await Baselines.Check(source, (Baselines.Path, baseline)));

        Assert.Equal(id, said.Id);
        Assert.Contains(message, said.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(await Baselines.Check(source.Replace(member, "", StringComparison.Ordinal), (Baselines.Path, baseline)));
    }

    [Fact]
    public async Task A_type_that_takes_the_place_of_another_keeps_its_removed_keys()
    {
        const string baseline = "contract IShape\nmethod IShape/M (a: Data) -> void\ndata Data array\ndata Data[0] X: int32\ndata Data[1] Y: int32\nremoved Data[2] Z: string?\n";

        var said = await Baselines.Check(
            "[RpcContract] public partial interface IShape { Task M(Renamed a); } [MessagePackObject] public class Renamed { [Key(0)] public int X { get; set; } }",
            (Baselines.Path, baseline));

        Assert.Equal(["RPCWSS046", "RPCWSS046"], said.Select(static diagnostic => diagnostic.Id));
        Assert.Equal("data Renamed array\ndata Renamed[0] X: int32\nremoved Renamed[1] Y: int32\nremoved Renamed[2] Z: string?", said[1].Properties[BaselineProperties.Added]);
        Assert.StartsWith("data Data array\n", said[1].Properties[BaselineProperties.Removed], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_of_another_assembly_is_blamed_on_the_contract_that_sends_it()
    {
        var library = Compilations.Reference("Lib", "namespace Lib { [MessagePackObject] public class Data { [Key(0)] public string? X { get; set; } } }");
        var compilation = Compilations.Create("[RpcContract] public partial interface IShape { Task M(Lib.Data a); }").AddReferences(library);

        var said = Assert.Single(await Baselines.Check(compilation, (Baselines.Path, "contract IShape\nmethod IShape/M (a: Lib.Data) -> void\ndata Lib.Data array\ndata Lib.Data[0] X: int32\n")));

        Assert.Equal("RPCWSS044", said.Id);
        Assert.Equal("IShape", said.Location.SourceTree!.ToString().Substring(said.Location.SourceSpan.Start, said.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task A_data_type_that_is_sent_no_more_is_blamed_on_its_line()
    {
        const string baseline = Baseline + "data Gone array\ndata Gone[0] X: int32\n";

        var said = Assert.Single(await Baselines.Check(Contract, (Baselines.Path, baseline)));

        Assert.Equal("RPCWSS046", said.Id);
        Assert.Contains("'Gone' is not as the wire baseline has it: it is not sent any more", said.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(Baseline, BaselineEdit.Apply(baseline, said.Properties[BaselineProperties.Removed]!.Split('\n'), []));
    }
}
