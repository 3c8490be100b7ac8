using RpcWss.CodeFixes.Tests.Harness;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.CodeFixes.Tests;

/// <summary>The shapes by which the rules are tested, repaired: what is offered removes the error that it is offered for, and brings no other.</summary>
public sealed class CorpusTests
{
    private const string Usings = "using MessagePack; using RpcWss;\n";

    public static TheoryData<string> Shapes => [.. Corpus.In("Rejected").Select(shape => shape.Title)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Dump(string title)
    {
        var solution = Sources.One(Usings + Corpus.Find("Rejected", title).Source);
        var error = Assert.Single(await Sources.AnalyzeAsync(solution.Projects.Single()));
        var offers = await Fixing.OffersAsync(solution, error);
        var output = $"#### {title}\n{Corpus.Find("Rejected", title).Source}\n";
        foreach (var (_, action) in offers)
        {
            var repaired = await Fixing.ApplyAsync(action);
            string text = await Sources.TextAsync(repaired, "Source.cs");
            output += $"== {action.Title} [{action.EquivalenceKey}]\n{text[Usings.Length..]}\n";
            foreach (var e in await Sources.ErrorsAsync(repaired.Projects.Single())) output += "!! " + e + "\n";
        }
        File.AppendAllText("/tmp/dump.txt", output + "\n");
    }
}
