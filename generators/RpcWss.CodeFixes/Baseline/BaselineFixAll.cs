using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RpcWss.CodeFixes.Baseline;

/// <summary>Accepts everything of one kind at once, in a document, a project or all of them.</summary>
internal sealed class BaselineFixAll : FixAllProvider
{
    public static BaselineFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var found = new List<(ProjectId, Diagnostic)>();
        if (context is { Scope: FixAllScope.Document, Document: { } document })
        {
            Add(found, document.Project, await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false), context);
        }
        else
        {
            foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
            {
                Add(found, project, await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false), context);
            }
        }

        return found.Count == 0
            ? null
            : CodeAction.Create(
                context.CodeActionEquivalenceKey!, cancellation => BaselineDocuments.AcceptAsync(context.Solution, found, cancellation), context.CodeActionEquivalenceKey);
    }

    private static void Add(List<(ProjectId, Diagnostic)> found, Project project, ImmutableArray<Diagnostic> diagnostics, FixAllContext context)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (context.DiagnosticIds.Contains(diagnostic.Id) && BaselineFix.TitleOf(diagnostic.Id) == context.CodeActionEquivalenceKey)
            {
                found.Add((project.Id, diagnostic));
            }
        }
    }
}
