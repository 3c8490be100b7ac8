using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Baseline;

/// <summary>
/// Writes into the baseline what is on the wire. What is reported of the code and what is reported of the baseline's own lines is accepted alike, so it
/// works on documents of both kinds.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp, Name = nameof(BaselineFix), DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".cs", ".txt"]), Shared]
public sealed class BaselineFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. Rules.OfBaseline.Select(static rule => rule.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => BaselineFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;
        if (BaselineDocuments.Of(project).Count > 0)
        {
            foreach (var diagnostic in context.Diagnostics)
            {
                string title = TitleOf(diagnostic.Id);
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellation => BaselineDocuments.AcceptAsync(project.Solution, [(project.Id, diagnostic)], cancellation), title), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The title, which also tells fix-all what it may accept: compatible changes never bring a break along.</summary>
    internal static string TitleOf(string id) =>
        id == Rules.Unrecorded.Id ? "Add to the wire baseline"
        : id == Rules.BaselineLine.Id ? "Remove the line from the wire baseline"
        : "Accept the breaking change into the wire baseline";
}
