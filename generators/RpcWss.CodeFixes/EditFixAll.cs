using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.CodeFixes.Editing;

namespace RpcWss.CodeFixes;

/// <summary>
/// Repairs everything at once: all edits are recorded on the same solution, and nodes that several diagnostics lead to change once. Merging
/// documents that were repaired one by one, as the usual provider does, would lose edits that meet in one place or another file.
/// </summary>
internal sealed class EditFixAll : FixAllProvider
{
    public static EditFixAll Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var fix = (ContractFix)context.CodeFixProvider;
        var repairs = new List<Repair>();
        foreach (var diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document and not SourceGeneratedDocument)
            {
                var found = await fix.RepairsAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
                repairs.AddRange(found.Where(repair => repair.Key == context.CodeActionEquivalenceKey));
            }
        }

        return repairs.Count == 0
            ? null
            : CodeAction.Create(repairs[0].Title, cancellation => Edits.ApplyAsync(context.Solution, repairs, cancellation), context.CodeActionEquivalenceKey);
    }

    /// <summary>What is reported in the scope, in the order of the files and within them, so that numbers are handed out from top to bottom.</summary>
    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        var found = ImmutableArray<Diagnostic>.Empty;
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is not null:
                found = await context.GetDocumentDiagnosticsAsync(context.Document).ConfigureAwait(false);
                break;
            case FixAllScope.Project:
                found = await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
                break;
            case FixAllScope.Solution:
                foreach (var project in context.Solution.Projects)
                {
                    found = found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                break;
        }

        return found
            .Where(diagnostic => diagnostic.Location.IsInSource)
            .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
    }
}
