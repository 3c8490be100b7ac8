using Microsoft.CodeAnalysis;
using RpcWss.Generators.Compatibility;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests.Compatibility;

/// <summary>The table of changes: what the analyzer says of each, and that its edit is what accepts it.</summary>
public sealed class ChangeTests
{
    public static TheoryData<string> All => [.. Changes.All.Select(static change => change.Title)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_change_is_reported_by_its_rule_at_its_token_and_by_name(string title)
    {
        var change = Changes.Find(title);
        var found = await Baselines.Check(change.After.Source, (Baselines.Path, Baselines.Surface(change.Before).ToString()));

        if (change.Verdict == "same")
        {
            Assert.Empty(found);
            return;
        }

        string expected = change.IsBroken ? change.Verdict : "RPCWSS046";
        var said = found.Where(diagnostic => diagnostic.Id != "RPCWSS046" || !change.IsBroken).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, diagnostic => Assert.Equal((expected, change.IsBroken ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity)));
        Assert.Contains(change.Message, said[0].GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(change.Verdict == "widened", said.Any(diagnostic => diagnostic.GetMessage(null).Contains(SurfaceComparison.ReadersFirst, StringComparison.Ordinal)));
        if (change.After.Marked.Contains("[|", StringComparison.Ordinal))
        {
            var (start, text) = change.After.Token;
            Assert.Equal((text, start), (Text(said[0].Location), said[0].Location.SourceSpan.Start));
        }
        else
        {
            Assert.Equal(Baselines.Path, said[0].Location.GetLineSpan().Path);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_accepted_is_silent_and_the_baseline_stays_in_order(string title)
    {
        var change = Changes.Find(title);
        string baseline = Baselines.Surface(change.Before).ToString();
        var found = await Baselines.Check(change.After.Source, (Baselines.Path, baseline));

        string accepted = found.Aggregate(
            baseline,
            static (text, diagnostic) => BaselineEdit.Apply(
                text, BaselineProperties.Lines(diagnostic.Properties, BaselineProperties.Removed), BaselineProperties.Lines(diagnostic.Properties, BaselineProperties.Added)));

        Assert.Empty(await Baselines.Check(change.After.Source, (Baselines.Path, accepted)));
        var lines = accepted.TrimEnd('\n').Split('\n').Select(static line => LineParser.Parse(line, out _)!.Place).ToList();
        Assert.Equal(lines.Order(), lines);
        Assert.Equal(change.Verdict == "same", accepted == baseline);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_changes_a_signature_hash_changes_the_baseline(string title)
    {
        var change = Changes.Find(title);
        var before = Hashes(change.Before);
        var after = Hashes(change.After.Source);

        if (before.Any(pair => !after.TryGetValue(pair.Key, out ulong hash) || hash != pair.Value))
        {
            Assert.NotEmpty(SurfaceComparison.Compare(Baselines.Surface(change.Before), Baselines.Surface(change.After.Source)));
        }
    }

    [Fact]
    public void The_table_has_changes_of_every_verdict()
    {
        var verdicts = Changes.All.GroupBy(static change => change.Verdict).ToDictionary(static group => group.Key, static group => group.Count());

        Assert.Equal(["RPCWSS042", "RPCWSS043", "RPCWSS044", "compatible", "same", "widened"], verdicts.Keys.Order(StringComparer.Ordinal));
        Assert.All(verdicts.Values, static count => Assert.True(count > 3));
    }

    private static Dictionary<string, ulong> Hashes(string source) =>
        Generators.Contracts.ContractSearch.All(Compilations.Create(source), TestContext.Current.CancellationToken)!
            .SelectMany(static contract => contract.Model!.Methods.Select(method => (Name: $"{contract.Model.WireName}/{method.WireName}", method.SignatureHash)))
            .ToDictionary(static pair => pair.Name, static pair => pair.SignatureHash);

    private static string Text(Location location) => location.SourceTree!.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length);
}
