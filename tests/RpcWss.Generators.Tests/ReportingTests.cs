using Microsoft.CodeAnalysis;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>Who says what: the analyzer, the generator where there is none, and both when something breaks.</summary>
public sealed class ReportingTests
{
    private const string Wrong = "[RpcContract] public partial interface IShape { int M(); }";

    [Theory]
    [InlineData("RunAnalyzers")]
    [InlineData("RunAnalyzersDuringBuild")]
    public void Where_analyzers_are_off_the_generator_reports_the_error_at_its_token(string property)
    {
        var driver = Drivers.Create(new() { [property] = "false" });

        var result = driver.RunGenerators(Compilations.Create(Wrong), TestContext.Current.CancellationToken).GetRunResult();

        var error = Assert.Single(result.Diagnostics);
        Assert.Equal("RPCWSS011", error.Id);
        Assert.Equal("Source1.cs", error.Location.GetLineSpan().Path);
        Assert.Equal(Wrong.IndexOf("int M", StringComparison.Ordinal), error.Location.SourceSpan.Start);
        Assert.Contains("'IShape.M()' returns 'int'", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_analyzers_run_the_generator_is_silent()
    {
        var result = Drivers.Create(new() { ["RunAnalyzers"] = "true" }).RunGenerators(Compilations.Create(Wrong), TestContext.Current.CancellationToken).GetRunResult();

        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.GeneratedTrees);
    }

    [Fact]
    public void A_file_that_cannot_be_printed_is_reported_and_not_added()
    {
        var reported = new List<Diagnostic>();
        var added = new List<string>();

        Contained.Emit("Shop.IShape", () => throw new InvalidOperationException("broken"), added.Add, reported.Add);
        Contained.Emit("Shop.IOther", () => "text", added.Add, reported.Add);

        Assert.Equal(["text"], added);
        var error = Assert.Single(reported);
        Assert.Equal("RPCWSS099", error.Id);
        Assert.Contains("'Shop.IShape'", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: broken", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_on_which_the_parser_fails_is_reported_and_yields_no_model()
    {
        var compilation = Compilations.Create("[RpcContract] public partial interface IShape { Task M(); }");
        var contract = compilation.GetTypeByMetadataName("IShape")!;

        // No compiler leaves the compilation out; the parser fails on it as on any fault of its own.
        var broken = ContractParser.Parse(contract, null!, TestContext.Current.CancellationToken);
        var sound = ContractParser.Parse(contract, compilation, TestContext.Current.CancellationToken);

        Assert.Null(broken.Model);
        Assert.Equal("RPCWSS099", Assert.Single(broken.Findings).Rule.Id);
        Assert.NotNull(sound.Model);
    }

    [Fact]
    public async Task A_member_that_two_contracts_reach_is_blamed_where_it_is_declared_and_names_the_use()
    {
        var compiled = await Compiled.From("""
            [RpcContract] public partial interface IShape { Task M(Data a); }
            [MessagePackObject] public class Data { [Key(0)] public Action? X { get; set; } }
            """);

        var error = Assert.Single(compiled.Analyzer);
        Assert.Equal("'Data.X' uses the type 'Action?', which cannot be sent: code does not travel; offer a contract that the other side can call", error.GetMessage(null));
        Assert.Equal("Data", Text(Assert.Single(error.AdditionalLocations)));
    }

    [Fact]
    public async Task An_inherited_member_is_blamed_on_the_base_list_and_named_as_related()
    {
        var compiled = await Compiled.From("""
            public interface IBase { int M(); }
            [RpcContract] public partial interface IShape : IAsyncDisposable, IBase { }
            """);

        var error = Assert.Single(compiled.Analyzer);
        Assert.Equal("IBase", Text(error.Location));
        Assert.Equal("M", Text(Assert.Single(error.AdditionalLocations)));
    }

    [Fact]
    public async Task Every_wrong_method_is_reported_not_the_first_alone()
    {
        var compiled = await Compiled.From("[RpcContract] public partial interface IShape { int A(); Task B(ref int a, object b); Task<T> C<T>(); }");

        Assert.Equal(["RPCWSS011", "RPCWSS012", "RPCWSS030", "RPCWSS010"], compiled.Analyzer.Select(error => error.Id));
    }

    [Fact]
    public async Task Keys_hashed_by_user_code_give_a_warning_and_the_contract_is_generated()
    {
        var compiled = await Compiled.From("""
            [RpcContract] public partial interface IShape { Task M(Dictionary<Data, int> a, HashSet<(int, string)> b); }
            [MessagePackObject] public record Data([property: Key(0)] int X);
            """);

        Assert.Equal(["RPCWSS038", "RPCWSS038"], compiled.Analyzer.Select(warning => warning.Id));
        Assert.All(compiled.Analyzer, warning => Assert.Equal(DiagnosticSeverity.Warning, warning.Severity));
        Assert.NotEmpty(compiled.Files);
        Assert.Contains("RpcFormat.LimitKeys(count)", compiled.File("DictionaryOfDataAndInt32"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_version_without_static_abstract_members_is_reported()
    {
        var compiled = await Compiled.From(
            "[RpcContract] public partial interface IShape { Task M(); }", Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp10);

        Assert.Equal("RPCWSS090", Assert.Single(compiled.Analyzer).Id);
        Assert.Empty(compiled.Files);
    }

    [Theory]
    [InlineData("Task M(Missing a);")]
    [InlineData("Task<List<Missing>> M();")]
    [InlineData("Missing M();")]
    [InlineData("IAsyncEnumerable<Missing> M();")]
    [InlineData("Task M(IProgress<List<Missing>> a);")]
    public async Task A_type_that_does_not_exist_is_left_to_the_compiler(string member)
    {
        var compiled = await Compiled.From($"[RpcContract] public partial interface IShape {{ {member} }}");

        Assert.Empty(compiled.Analyzer);
        Assert.Empty(compiled.Files);
        Assert.Equal("CS0246", Assert.Single(compiled.Problems, problem => problem.Severity == DiagnosticSeverity.Error).Id);
    }

    private static string Text(Location location) => location.SourceTree!.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length);
}
