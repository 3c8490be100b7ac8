using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RpcWss.Generators.Compatibility;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Baseline;

/// <summary>The baseline of a project as documents of a solution.</summary>
internal static class BaselineDocuments
{
    /// <summary>The files in the order in which the comparison has them.</summary>
    public static IReadOnlyList<TextDocument> Of(Project project) =>
    [
        .. project.AdditionalDocuments
            .Where(static document => PathOf(document).EndsWith(WireBaselineAnalyzer.FileEnding, StringComparison.OrdinalIgnoreCase))
            .OrderBy(PathOf, StringComparer.Ordinal),
    ];

    /// <summary>Takes out the lines that diagnostics of projects say are gone, wherever they are, and adds those that are new to the first file.</summary>
    public static async Task<Solution> AcceptAsync(Solution solution, IEnumerable<(ProjectId Project, Diagnostic Diagnostic)> accepted, CancellationToken cancellation)
    {
        var changed = solution;
        foreach (var group in accepted.GroupBy(static item => item.Project, static item => item.Diagnostic))
        {
            var removed = group.SelectMany(static diagnostic => BaselineProperties.Lines(diagnostic.Properties, BaselineProperties.Removed)).ToList();
            var added = group.SelectMany(static diagnostic => BaselineProperties.Lines(diagnostic.Properties, BaselineProperties.Added)).ToList();
            var files = Of(solution.GetProject(group.Key)!);
            for (int index = 0; index < files.Count; index++)
            {
                var text = await files[index].GetTextAsync(cancellation).ConfigureAwait(false);
                string before = text.ToString();
                string after = index == 0 || before.Trim().Length > 0 ? BaselineEdit.Apply(before, removed, index == 0 ? added : []) : before;
                if (after != before)
                {
                    changed = changed.WithAdditionalDocumentText(files[index].Id, SourceText.From(after, text.Encoding ?? BaselineText.Encoding));
                }
            }
        }

        return changed;
    }

    private static string PathOf(TextDocument document) => document.FilePath ?? document.Name;
}
