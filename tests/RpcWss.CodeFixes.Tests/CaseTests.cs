using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.CodeFixes.Tests.Harness;

namespace RpcWss.CodeFixes.Tests;

/// <summary>
/// What fixes make of source, as a person reviewed it. After a change that is meant, run with <c>RPCWSS_ACCEPT_SNAPSHOTS=1</c> and read the
/// difference.
/// </summary>
public sealed class CaseTests
{
    public static TheoryData<string> Titles => [.. Case.All.Select(static found => found.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_fix_repairs_what_is_wrong_and_changes_nothing_else(string title)
    {
        var shape = Case.Find(title);

        var repaired = await RepairAsync(shape, shape.Before);

        string text = await Sources.TextAsync(repaired, "Source.cs");
        if (Environment.GetEnvironmentVariable("RPCWSS_ACCEPT_SNAPSHOTS") == "1")
        {
            shape.Accept(text);
            return;
        }

        Assert.Equal(shape.After, text);
        Assert.Empty(await Sources.ErrorsAsync(repaired.Projects.Single()));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Fix_all_repairs_it_in_all_files_of_all_projects(string title)
    {
        var shape = Case.Find(title);
        string[] spaces = ["First.A", "First.B", "Second.A"];
        string In(string space, string text) => $"namespace {space};\n\n{text}";
        var solution = Sources.Of(
            ("First", [("A.cs", In(spaces[0], shape.Before)), ("B.cs", In(spaces[1], shape.Before))]),
            ("Second", [("C.cs", In(spaces[2], shape.Before))]));
        var first = (await Sources.AnalyzeAsync(solution.Projects.First())).First(found => found.Id == shape.Rule);
        var (fixer, action) = (await Fixing.OffersAsync(solution, first)).First(offer => shape.Key is null || offer.Action.EquivalenceKey == shape.Key);

        var repaired = await Fixing.ApplyAllAsync(Sources.File(solution, "A.cs"), fixer, action.EquivalenceKey!, FixAllScope.Solution);

        string[] texts = [await Sources.TextAsync(repaired!, "A.cs"), await Sources.TextAsync(repaired!, "B.cs"), await Sources.TextAsync(repaired!, "C.cs")];
        Assert.Equal(spaces.Select(space => In(space, shape.After)), texts);
    }

    /// <summary>Repairs one thing after another, as a user does who takes the offer each time.</summary>
    private static async Task<Microsoft.CodeAnalysis.Solution> RepairAsync(Case shape, string text)
    {
        var solution = Sources.One(text);
        for (int round = 0; (await Sources.AnalyzeAsync(solution.Projects.Single())).FirstOrDefault(found => found.Id == shape.Rule) is { } wrong; round++)
        {
            Assert.True(round < 10, "It is offered again and again.");
            var offers = await Fixing.OffersAsync(solution, wrong);
            var (_, action) = offers.First(offer => shape.Key is null || offer.Action.EquivalenceKey == shape.Key);
            solution = await Fixing.ApplyAsync(action);
        }

        return solution;
    }
}
