using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.CodeFixes.Editing;

namespace RpcWss.CodeFixes;

/// <summary>Repairs what one or several rules report. What derives from it says how; applying that to one place or to all is the same.</summary>
public abstract class ContractFix : CodeFixProvider
{
    private protected ContractFix(params DiagnosticDescriptor[] rules) => FixableDiagnosticIds = [.. rules.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => EditFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var repair in await RepairsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                var solution = context.Document.Project.Solution;
                var action = CodeAction.Create(repair.Title, cancellation => Edits.ApplyAsync(solution, [repair], cancellation), repair.Key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The ways to repair a diagnostic, the best one first.</summary>
    internal async Task<IReadOnlyList<Repair>> RepairsAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await Flaw.FindAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } flaw ? [.. Repairs(flaw)] : [];

    /// <summary>The ways to repair a flaw, the best one first; none where nobody but its author knows one.</summary>
    private protected abstract IEnumerable<Repair> Repairs(Flaw flaw);
}
