using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.CodeFixes.Tests.Harness;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Tests;

/// <summary>Holds the fixes against the rules, and against what the pages of the rules say of them.</summary>
public sealed partial class FixTableTests
{
    /// <summary>Rules that nobody can repair by an edit, and why. Every other one has a fix.</summary>
    private static readonly Dictionary<string, string> _without = new()
    {
        ["RPCWSS003"] = "because the type arguments that are meant",
        ["RPCWSS010"] = "because the types to write a method for are known to their author alone",
        ["RPCWSS035"] = "because each feature has a repair of its own",
        ["RPCWSS038"] = "because it takes another type of keys or another collection",
        ["RPCWSS090"] = "because it is the project file that must change",
        ["RPCWSS099"] = "because it is a fault of the generator",
    };

    private static readonly CodeFixProvider[] _providers =
    [
        .. typeof(ContractFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string> Ids => [.. Rules.All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_fix_or_its_page_says_why_not(string id)
    {
        string line = FixLine().Match(Page($"{id}.md")).Value;

        Assert.Equal(_without.ContainsKey(id), !IsFixed(id));
        Assert.StartsWith("Fix: ", line, StringComparison.Ordinal);
        Assert.Equal(IsFixed(id), !line.StartsWith("Fix: none", StringComparison.Ordinal));
        Assert.Contains(_without.GetValueOrDefault(id, "Fix: "), line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_overview_marks_the_rules_that_have_a_fix()
    {
        var marked = Marked().Matches(Page("README.md")).Select(static match => match.Groups[1].Value);

        Assert.Equal(Rules.All.Select(static rule => rule.Id).Where(IsFixed), marked);
    }

    [Fact]
    public void Seven_errors_of_ten_have_a_fix()
    {
        var errors = Rules.All.Where(static rule => rule.DefaultSeverity == DiagnosticSeverity.Error).ToList();
        double part = errors.Count(static rule => IsFixed(rule.Id)) / (double)errors.Count;

        Assert.True(part >= 0.7, $"{part:P0} of {errors.Count} errors");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_fix_is_shown_by_a_case(string id) =>
        Assert.Equal(IsFixed(id) && !IsOfBaseline(id), Case.All.Any(shown => shown.Rule == id));

    [Fact]
    public void Fixes_are_found_by_editors_and_are_for_rules_that_there_are()
    {
        Assert.NotEmpty(_providers);
        Assert.All(_providers, static fixer =>
        {
            var export = Assert.Single(fixer.GetType().GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), false).Cast<ExportCodeFixProviderAttribute>());
            Assert.Equal(fixer.GetType().Name, export.Name);
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.NotEmpty(fixer.FixableDiagnosticIds);
            Assert.All(fixer.FixableDiagnosticIds, static id => Assert.Equal(id, Rules.ById(id).Id));
            Assert.Equal([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], fixer.GetFixAllProvider()!.GetSupportedFixAllScopes().Order());
        });
    }

    [Fact]
    public void The_generator_knows_no_workspaces()
    {
        // The compiler loads the generator and has none of them: a reference would keep it from loading.
        var references = typeof(Rules).Assembly.GetReferencedAssemblies().Select(static name => name.Name!);

        Assert.DoesNotContain(references, static name => name.Contains("Workspaces", StringComparison.Ordinal) || name.StartsWith("System.Composition", StringComparison.Ordinal));
    }

    /// <summary>What has a file beside it has tests of its own.</summary>
    private static bool IsOfBaseline(string id) => Rules.OfBaseline.Any(rule => rule.Id == id);

    private static bool IsFixed(string id) => _providers.Any(fixer => fixer.FixableDiagnosticIds.Contains(id));

    private static string Page(string name) => File.ReadAllText(Path.Combine(Sources.Repository, "docs", "diagnostics", name));

    [GeneratedRegex("^Fix: .+$", RegexOptions.Multiline)]
    private static partial Regex FixLine();

    [GeneratedRegex(@"^\| \[(RPCWSS\d{3})\].*● \|$", RegexOptions.Multiline)]
    private static partial Regex Marked();
}
