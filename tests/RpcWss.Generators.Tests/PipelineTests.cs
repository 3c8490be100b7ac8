using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>An edit re-emits what it changes and nothing else: otherwise typing gets slow in a solution with many contracts.</summary>
public sealed class PipelineTests
{
    private const int Contracts = 100;

    [Fact]
    public void An_unrelated_edit_runs_no_output_step()
    {
        var (before, driver) = Run(Sources());

        var reasons = Reasons(driver, before.AddSyntaxTrees(Tree("class Unrelated { void M() { } }", "Other.cs")));

        Assert.Equal(Contracts + 1 + Contracts, reasons.Count);
        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason.Value));
    }

    [Fact]
    public void Changing_one_of_a_hundred_contracts_re_emits_its_file_alone()
    {
        var (before, driver) = Run(Sources());

        var reasons = Reasons(driver, Replace(before, "Contract3.cs", Contract(3).Replace("Task A", "Task Renamed", StringComparison.Ordinal)));

        Assert.Equal(["IShape3"], Changed(reasons));
    }

    [Fact]
    public void Moving_a_contract_within_its_file_re_emits_nothing()
    {
        var (before, driver) = Run(Sources());

        var reasons = Reasons(driver, Replace(before, "Contract3.cs", "// a comment\n\n" + Contract(3)));

        Assert.Empty(Changed(reasons));
    }

    [Fact]
    public void Changing_a_data_type_re_emits_it_and_the_contracts_that_send_it()
    {
        var (before, driver) = Run(Sources());

        var reasons = Reasons(driver, Replace(before, "Contract3.cs", Contract(3).Replace("int X", "long X", StringComparison.Ordinal)));

        Assert.Equal(["Data3Format", "IShape3"], Changed(reasons));
    }

    [Fact]
    public void Changing_a_data_type_re_emits_no_contract_that_does_not_send_it()
    {
        var (before, driver) = Run(
        [
            .. Sources(),
            "[RpcContract] public partial interface IUser { Task A(List<Data3> a); Task<Wrapper> B(); }",
            "[MessagePackObject] public class Wrapper { [Key(0)] public Data3? Inner { get; set; } }",
            "[RpcContract] public partial interface IBystander { Task A(List<Data4> a); }",
        ]);

        var reasons = Reasons(driver, Replace(before, "Contract3.cs", Contract(3).Replace("int X", "long X", StringComparison.Ordinal)));

        // The list's and the wrapper's formatters call that of the item by its name, which has not changed.
        Assert.Equal(["Data3Format", "IShape3", "IUser"], Changed(reasons));
    }

    [Fact]
    public void A_contract_on_which_the_generator_fails_is_reported_once_and_the_other_ninety_nine_are_generated()
    {
        var compilation = Compilations.Create().AddSyntaxTrees(Sources().Select((text, index) => Tree(text, $"Contract{index}.cs")));
        var broken = new ContractGenerator(model => model.Name == "IShape7" ? throw new InvalidOperationException("broken") : Emit.ContractEmitter.Emit(model));

        var result = CSharpGeneratorDriver.Create([broken.AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14))
            .RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results[0];

        Assert.Null(result.Exception);
        var error = Assert.Single(result.Diagnostics);
        Assert.Equal("RPCWSS099", error.Id);
        Assert.Contains("'global::IShape7'", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: broken", error.GetMessage(null), StringComparison.Ordinal);
        string[] files = [.. result.GeneratedSources.Select(file => file.HintName).Where(name => name.StartsWith("IShape", StringComparison.Ordinal))];
        Assert.Equal(Contracts - 1, files.Length);
        Assert.DoesNotContain(files, file => file.StartsWith("IShape7_", StringComparison.Ordinal));
    }

    [Fact]
    public void Adding_a_contract_re_emits_no_other_contract()
    {
        var (before, driver) = Run(Sources());

        var reasons = Reasons(driver, before.AddSyntaxTrees(Tree(Contract(99), "Contract99.cs")));

        // Data types are sorted, so that those after a new one move up and are printed again, with the same text.
        Assert.Equal(["IShape99"], Changed(reasons).Where(name => name.StartsWith('I')));
    }

    [Fact]
    public void A_contract_that_becomes_wrong_loses_its_files_and_the_others_keep_theirs()
    {
        var (before, driver) = Run(Sources());
        var after = Replace(before, "Contract3.cs", Contract(3).Replace("Task A", "void A", StringComparison.Ordinal));

        driver = driver.RunGenerators(after, TestContext.Current.CancellationToken);

        var files = driver.GetRunResult().Results[0].GeneratedSources;
        Assert.Equal(2 * (Contracts - 1) + 1, files.Length);
        Assert.DoesNotContain(files, file => file.HintName.StartsWith("IShape3_", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_sources_give_equal_bytes_whatever_the_order_of_files()
    {
        var forward = Texts(Run(Sources()).Driver);
        var backward = Texts(Run([.. Sources().Reverse()]).Driver);

        Assert.Equal(forward, backward);
        Assert.All(forward.Values, text => Assert.DoesNotContain('\r', text));
    }

    [Fact]
    public void The_culture_does_not_show_in_the_output()
    {
        string source = "[RpcContract] public partial interface IShape { Task M(double a = -1.5, int b = -3, decimal c = 0.5m); }";
        var plain = Texts(Run([source]).Driver);
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };

            Assert.Equal(plain, Texts(Run([source]).Driver));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Models_hold_values_alone()
    {
        foreach (var type in typeof(ContractGenerator).Assembly.GetTypes().Where(type => type.Namespace == "RpcWss.Generators.Model"))
        {
            foreach (var property in type.GetProperties())
            {
                Assert.False(
                    property.PropertyType.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal),
                    $"{type.Name}.{property.Name} would keep a compilation in memory.");
            }
        }
    }

    private static string[] Sources() =>
        [.. Enumerable.Range(0, Contracts).Select(Contract), "[MessagePackObject] public class Shared { [Key(0)] public int X { get; set; } }"];

    private static string Contract(int number) => $$"""
        [RpcContract] public partial interface IShape{{number}} { Task A(int a, Shared s); Task<Data{{number}}> B(); }
        [MessagePackObject] public class Data{{number}} { [Key(0)] public int X { get; set; } }
        """;

    private static (CSharpCompilation Compilation, GeneratorDriver Driver) Run(string[] sources)
    {
        var compilation = Compilations.Create().AddSyntaxTrees(sources.Select((text, index) => Tree(text, $"Contract{index}.cs")));
        return (compilation, Drivers.Create().RunGenerators(compilation, TestContext.Current.CancellationToken));
    }

    private static SyntaxTree Tree(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose), path);

    private static CSharpCompilation Replace(CSharpCompilation compilation, string path, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == path), Tree(text, path));

    private static SortedDictionary<string, string> Texts(GeneratorDriver driver) =>
        new(driver.GetRunResult().Results[0].GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString()), StringComparer.Ordinal);

    /// <summary>Why each output step ran, by the file that it emitted.</summary>
    private static List<KeyValuePair<string, IncrementalStepRunReason>> Reasons(GeneratorDriver driver, Compilation after)
    {
        var result = driver.RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult().Results[0];
        var reasons = new List<KeyValuePair<string, IncrementalStepRunReason>>();
        foreach (var step in result.TrackedOutputSteps.SelectMany(steps => steps.Value))
        {
            foreach (var (value, reason) in step.Outputs)
            {
                string name = step.Inputs[0].Source.Outputs[step.Inputs[0].OutputIndex].Value switch
                {
                    Model.ContractModel contract => contract.Name,
                    Model.DataModel data => data.Name.Class.Split('_')[0],
                    _ => "",
                };
                if (name.Length > 0)
                {
                    reasons.Add(new(name, reason));
                }
            }
        }

        return reasons;
    }

    private static List<string> Changed(List<KeyValuePair<string, IncrementalStepRunReason>> reasons) =>
        [.. reasons.Where(reason => reason.Value is not IncrementalStepRunReason.Cached and not IncrementalStepRunReason.Unchanged).Select(reason => reason.Key).Order(StringComparer.Ordinal)];
}
