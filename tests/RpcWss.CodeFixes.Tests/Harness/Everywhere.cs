using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RpcWss.CodeFixes.Tests.Harness;

/// <summary>Takes the offer for the first error of a rule, everywhere.</summary>
internal static class Everywhere
{
    public static async Task InOneFileAsync(string rule, string? key, string before, string after)
    {
        var solution = Sources.One(before);

        var repaired = await FixAllAsync(solution, solution.Projects.Single(), "Source.cs", rule, key, FixAllScope.Document);

        Assert.Equal(after, await Sources.TextAsync(repaired, "Source.cs"));
        Assert.Empty(await Sources.ErrorsAsync(repaired.Projects.Single()));
    }

    public static async Task<Solution> FixAllAsync(Solution solution, Project project, string file, string rule, string? key, FixAllScope scope)
    {
        var wrong = (await Sources.AnalyzeAsync(project)).First(found => found.Id == rule);
        var (fixer, action) = (await Fixing.OffersAsync(solution, wrong)).First(offer => key is null || offer.Action.EquivalenceKey == key);
        return (await Fixing.ApplyAllAsync(Sources.File(solution, file), fixer, action.EquivalenceKey!, scope))!;
    }
}
