using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>Holds together what says the same thing in several places: the rules, their pages, the release file and the folders.</summary>
public sealed partial class TableTests
{
    private static readonly string _root = typeof(TableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    /// <summary>Rules whose samples no compilation of one file can show.</summary>
    private static readonly string[] _withoutSamples = ["RPCWSS090", "RPCWSS099"];

    /// <summary>What the package's build targets say, before any compiler runs.</summary>
    private const string PackageTargets = "RPCWSS091";

    [Fact]
    public void Every_rule_has_an_entry_in_the_release_file_and_a_page_and_nothing_else_does()
    {
        string releases = File.ReadAllText(Path.Combine(_root, "generators", "RpcWss.Generators", "AnalyzerReleases.Unshipped.md"));
        var released = ReleaseEntry().Matches(releases).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value} {match.Groups[3].Value.Trim()}");
        var pages = Directory.EnumerateFiles(Path.Combine(_root, "docs", "diagnostics"), "RPCWSS*.md").Select(path => Path.GetFileNameWithoutExtension(path)!);

        Assert.Equal(Rules.All.Select(rule => $"{rule.Id} {rule.DefaultSeverity} {rule.Title}"), released);
        Assert.Equal([.. Rules.All.Select(rule => rule.Id), PackageTargets], pages.Order(StringComparer.Ordinal).OrderBy(id => id == PackageTargets));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_its_rule_and_says_what_it_says(string id)
    {
        string page = Page(id);

        Assert.StartsWith($"# {id}: {Rules.ById(id).Title}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Wrong\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Right\n", page, StringComparison.Ordinal);
        Assert.Single(FixLine().Matches(page));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_samples_of_a_page_show_the_rule_and_its_repair(string id)
    {
        if (_withoutSamples.Contains(id))
        {
            Assert.DoesNotContain("```csharp", Page(id), StringComparison.Ordinal);
            return;
        }

        var samples = Sample().Matches(Page(id)).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, samples.Count);
        var wrong = await Compiled.From(samples[0]);
        var right = await Compiled.From(samples[1]);

        // What is said of a baseline is shown with its text: the one before, and, where the repair changes it, the one after.
        var baselines = Baseline().Matches(Page(id)).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(Rules.OfBaseline.Any(rule => rule.Id == id), baselines.Count > 0);
        Assert.Equal(id, Assert.Single(await SaidAsync(wrong, samples[0], baselines.FirstOrDefault())).Id);
        Assert.Empty(await SaidAsync(right, samples[1], baselines.LastOrDefault()));
        Assert.NotEmpty(right.Files);
        Assert.Empty(wrong.Errors.Concat(right.Errors));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_is_shown_by_a_rejected_shape_or_by_a_test_of_its_own(string id)
    {
        string[] elsewhere = ["RPCWSS038", .. Rules.OfBaseline.Select(rule => rule.Id), .. _withoutSamples];

        Assert.True(elsewhere.Contains(id) || Corpus.In("Rejected").Any(shape => shape.Title.StartsWith(id, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Model", "Microsoft.CodeAnalysis")]
    [InlineData("Compatibility", "Microsoft.CodeAnalysis")]
    [InlineData("Compatibility", "ISymbol")]
    [InlineData("Emit", "ISymbol")]
    [InlineData("Emit", "Microsoft.CodeAnalysis")]
    [InlineData("Diagnostics", "Emit")]
    public void A_folder_is_one_stage_and_knows_nothing_of_another(string folder, string forbidden)
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(_root, "generators", "RpcWss.Generators", folder), "*.cs"))
        {
            Assert.DoesNotContain(forbidden, File.ReadAllText(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_whole_generator_asks_for_no_compilation_in_its_pipeline_and_builds_no_syntax()
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(_root, "generators", "RpcWss.Generators"), "*.cs", SearchOption.AllDirectories))
        {
            if (!path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            {
                string source = File.ReadAllText(path);
                Assert.DoesNotContain("CompilationProvider", source, StringComparison.Ordinal);
                Assert.DoesNotContain("SyntaxFactory", source, StringComparison.Ordinal);
                Assert.DoesNotContain("NewLine", source, StringComparison.Ordinal);
            }
        }
    }

    private static async Task<IEnumerable<Diagnostic>> SaidAsync(Compiled compiled, string sample, string? baseline) =>
        baseline is null ? compiled.Analyzer : compiled.Analyzer.Concat(await Baselines.Check(sample, (Baselines.Path, baseline)));

    private static string Page(string id) => File.ReadAllText(Path.Combine(_root, "docs", "diagnostics", $"{id}.md"));

    [GeneratedRegex(@"^(RPCWSS\d{3}) \| RpcWss \| (\w+) \| (.*)$", RegexOptions.Multiline)]
    private static partial Regex ReleaseEntry();

    // What it says is held against the fixes themselves, by their own tests.
    [GeneratedRegex(@"^Fix: .+[.]$", RegexOptions.Multiline)]
    private static partial Regex FixLine();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();

    [GeneratedRegex(@"```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Baseline();
}
