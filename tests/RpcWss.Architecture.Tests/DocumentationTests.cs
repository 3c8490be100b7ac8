using System.Text.RegularExpressions;

namespace RpcWss.Architecture.Tests;

/// <summary>Links lead somewhere: from page to page, and from the code to the pages.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Links_of_pages_lead_to_files_and_headings()
    {
        string[] broken = [.. Repository.Files(ending: ".md").SelectMany(page => LinksOf(page).Where(link => !Leads(page, link)).Select(link => $"{page}: {link}"))];

        Assert.Empty(broken);
    }

    [Fact]
    public void What_the_code_says_of_pages_is_there()
    {
        string[] broken = [.. Repository.Files("src", ".cs")
            .SelectMany(file => PageInCode().Matches(Repository.Read(file)).Select(match => match.Value).Where(link => !Leads("", link)).Select(link => $"{file}: {link}"))];

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_page_can_be_reached_from_the_README()
    {
        var reached = new HashSet<string>();
        Follow("README.md", reached);

        string[] unreached = [.. Repository.Files("docs", ".md").Where(page => !reached.Contains(page))];
        Assert.Empty(unreached);
    }

    private static void Follow(string page, HashSet<string> reached)
    {
        if (!reached.Add(page) || !page.EndsWith(".md", StringComparison.Ordinal))
        {
            return;
        }

        foreach (string link in LinksOf(page))
        {
            Follow(TargetOf(page, link), reached);
        }
    }

    private static IEnumerable<string> LinksOf(string page) => Link().Matches(CodeBlock().Replace(Repository.Read(page), ""))
        .Select(match => match.Groups[1].Value)
        .Where(link => !link.Contains("://", StringComparison.Ordinal));

    private static bool Leads(string page, string link)
    {
        string target = TargetOf(page, link);
        string[] parts = link.Split('#');
        return Repository.Has(target) && (parts.Length == 1 || AnchorsOf(target).Contains(parts[1]));
    }

    private static string TargetOf(string page, string link)
    {
        string path = link.Split('#')[0];
        return path.Length == 0 ? page : Path.GetRelativePath("/", Path.GetFullPath(Path.Join("/", Path.GetDirectoryName(page), path))).Replace('\\', '/');
    }

    // As GitHub makes them of headings.
    private static HashSet<string> AnchorsOf(string page) =>
        [.. Heading().Matches(CodeBlock().Replace(Repository.Read(page), "")).Select(match => NotInAnchor().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"docs/[\w/-]+\.md(#[\w-]+)?")]
    private static partial Regex PageInCode();

    [GeneratedRegex("^#+ (.+?) *$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
