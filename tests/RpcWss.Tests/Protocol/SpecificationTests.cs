using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>The page that others implement from says what the codec does. Without these the two would drift apart.</summary>
public sealed partial class SpecificationTests
{
    public static IEnumerable<TheoryDataRow<string>> Examples => SpecificationPage.Examples.Select(example => new TheoryDataRow<string>(example.Vector));

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_hex_example_is_what_the_codec_writes(string name)
    {
        byte[] example = SpecificationPage.Examples.Single(candidate => candidate.Vector == name).Bytes;
        JsonObject vector = Vectors.Named(name);

        byte[] written = FrameBytes.Of(Vectors.Text(vector, "kind"), vector["fields"]!.AsObject());

        Assert.Equal(Convert.ToHexStringLower(example), Convert.ToHexStringLower(written));
    }

    [Fact]
    public void Every_kind_of_frame_has_an_example()
    {
        IEnumerable<string> shown = SpecificationPage.Examples.Select(example => Vectors.Text(Vectors.Named(example.Vector), "kind"));

        Assert.Equal(Enum.GetNames<FrameKind>().Select(kind => kind.ToUpperInvariant()).Order(), shown.Distinct().Order());
    }

    [Fact]
    public void The_limits_of_the_table_are_those_of_the_code()
    {
        IReadOnlyList<string[]> rows = SpecificationPage.Table("## Limits");

        Assert.Equal(Row(LimitNames.ToJson(ProtocolLimits.Minimum)), rows.Select(row => (row[1], Number(row[2]))));
        Assert.Equal(Row(LimitNames.ToJson(ProtocolLimits.Default)), rows.Select(row => (row[1], Number(row[3]))));
        Assert.Equal(Enumerable.Range(0, rows.Count), rows.Select(row => (int)Number(row[0])));
    }

    [Fact]
    public void The_kinds_of_the_table_are_those_of_the_code()
    {
        IEnumerable<(int, string)> rows = SpecificationPage.Table("## Frames")
            .Select(row => ((int)Number(row[0]), LinkText().Match(row[1]).Groups["text"].Value));

        Assert.Equal(Enum.GetValues<FrameKind>().Select(kind => ((int)kind, kind.ToString().ToUpperInvariant())), rows);
    }

    [Fact]
    public void The_codes_of_GOAWAY_are_those_of_the_code()
    {
        IEnumerable<(int, string)> rows = SpecificationPage.Table("### GOAWAY").Select(row => ((int)Number(row[0]), row[1]));

        Assert.Equal(Enum.GetValues<GoAwayCode>().Select(code => ((int)code, code.ToString())), rows);
    }

    [Fact]
    public void The_status_codes_are_those_of_the_code()
    {
        IEnumerable<(int, string)> rows = SpecificationPage.Table("## Status codes")
            .SelectMany(row => new[] { (row[0], row[1]), (row[3], row[4]) })
            .Where(cell => cell.Item1.Length > 0)
            .Select(cell => ((int)Number(cell.Item1), cell.Item2))
            .Order();

        Assert.Equal(Enum.GetValues<RpcStatusCode>().Select(code => ((int)code, code.ToString())), rows);
    }

    [Fact]
    public void Every_link_within_the_page_leads_to_a_heading()
    {
        Assert.NotEmpty(SpecificationPage.Links);
        Assert.Subset(SpecificationPage.Anchors.ToHashSet(), SpecificationPage.Links.ToHashSet());
    }

    [Fact]
    public void Every_rule_that_a_source_file_cites_has_a_heading()
    {
        string[] cited = [.. Directory.EnumerateFiles(RepositoryFiles.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Citation().Matches(File.ReadAllText(file)), (file, match) => match.Groups["anchor"].Value)
            .Distinct()];

        Assert.NotEmpty(cited);
        Assert.Subset(SpecificationPage.Anchors.ToHashSet(), cited.ToHashSet());
    }

    private static IEnumerable<(string, long)> Row(JsonObject limits) => limits.Select(limit => (limit.Key, (long)(int)limit.Value!));

    private static long Number(string cell) => long.Parse(cell, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\[(?<text>\w+)\]")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"docs/protocol\.md#(?<anchor>[\w-]+)")]
    private static partial Regex Citation();
}
