using RpcWss.CodeFixes.Tests.Harness;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.CodeFixes.Tests;

/// <summary>The shapes by which the rules are tested, repaired: what is offered takes the error away that it is offered for, and leaves source that compiles.</summary>
public sealed class CorpusTests
{
    /// <summary>Shapes of rules with a fix that have none themselves: what is meant is known to their authors alone.</summary>
    private static readonly string[] _unrepaired =
    [
        "RPCWSS006 an inherited static abstract operator",
        "RPCWSS011 an array of streams", "RPCWSS011 dynamic", "RPCWSS011 a pointer",
        "RPCWSS016 a channel of two types", "RPCWSS016 a channel to write", "RPCWSS016 a duplex pipe", "RPCWSS016 a duplex pipe as the result", "RPCWSS016 a pipe to write",
        "RPCWSS016 a stream of streams", "RPCWSS016 a stream of streams of items as a parameter", "RPCWSS016 progress of streams",
        .. Corpus.In("Rejected").Select(static shape => shape.Title).Where(static title => title.StartsWith("RPCWSS030", StringComparison.Ordinal)).Except(
            ["RPCWSS030 a native integer", "RPCWSS030 a span", "RPCWSS030 a params span", "RPCWSS030 options of the caller", "RPCWSS030 a contract"]),
        "RPCWSS040 one generic base closed twice",
        "RPCWSS050 a generic interface", "RPCWSS050 an interface of another assembly",
    ];

    /// <summary>Shapes with a second fault, which is reported once the first is gone.</summary>
    private static readonly Dictionary<string, string> _next = new()
    {
        ["RPCWSS016 a one-way channel"] = "RPCWSS017",
        ["RPCWSS016 settings on a stream that cannot be carried"] = "RPCWSS019",
    };

    public static TheoryData<string> Repaired => [.. Corpus.In("Rejected").Select(static shape => shape.Title).Where(static title => HasFixer(title) && !_unrepaired.Contains(title))];

    public static TheoryData<string> Unrepaired => [.. Corpus.In("Rejected").Select(static shape => shape.Title).Where(static title => !HasFixer(title)), .. _unrepaired];

    [Theory]
    [MemberData(nameof(Repaired))]
    public async Task The_first_offer_takes_the_error_away_and_brings_no_other(string title)
    {
        var solution = Sources.One(Corpus.Find("Rejected", title).Source);
        var error = Assert.Single(await Sources.AnalyzeAsync(solution.Projects.Single()));

        var offers = await Fixing.OffersAsync(solution, error);
        var repaired = await Fixing.ApplyAsync(offers[0].Action);

        var left = await Sources.ErrorsAsync(repaired.Projects.Single());
        Assert.All(left, found => Assert.Contains(_next.GetValueOrDefault(title, "none"), found, StringComparison.Ordinal));
        Assert.Equal(_next.ContainsKey(title), left.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Unrepaired))]
    public async Task Where_only_the_author_knows_what_is_meant_nothing_is_offered(string title)
    {
        var solution = Sources.One(Corpus.Find("Rejected", title).Source);
        var error = Assert.Single(await Sources.AnalyzeAsync(solution.Projects.Single()));

        Assert.Empty(await Fixing.OffersAsync(solution, error));
    }

    private static bool HasFixer(string title) => Fixing.Fixers.Any(fixer => fixer.FixableDiagnosticIds.Contains(title[..9]));
}
