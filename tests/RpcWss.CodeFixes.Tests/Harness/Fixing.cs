using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RpcWss.CodeFixes.Tests.Harness;

/// <summary>Does what an editor does when its user asks for a fix.</summary>
internal static class Fixing
{
    public static ImmutableArray<ContractFix> Fixers { get; } =
    [
        .. typeof(ContractFix).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(ContractFix)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (ContractFix)Activator.CreateInstance(type)!),
    ];

    /// <summary>What is offered for a diagnostic, the best first.</summary>
    public static async Task<IReadOnlyList<(ContractFix Fixer, CodeAction Action)>> OffersAsync(Solution solution, Diagnostic diagnostic)
    {
        var offers = new List<(ContractFix, CodeAction)>();
        foreach (var fixer in Fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
            await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add((fixer, action)), TestContext.Current.CancellationToken));
        }

        return offers;
    }

    /// <summary>The solution after a fix, formatted and simplified as an editor does it.</summary>
    public static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    /// <summary>The solution after fix-all; null where that finds nothing to do.</summary>
    public static async Task<Solution?> ApplyAllAsync(Document document, ContractFix fixer, string key, FixAllScope scope)
    {
        var context = new FixAllContext(document, fixer, scope, key, fixer.FixableDiagnosticIds, new Diagnostics(fixer), TestContext.Current.CancellationToken);
        return await fixer.GetFixAllProvider().GetFixAsync(context) is { } action ? await ApplyAsync(action) : null;
    }

    private sealed class Diagnostics(ContractFix fixer) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await Sources.AnalyzeAsync(project)).Where(diagnostic => fixer.FixableDiagnosticIds.Contains(diagnostic.Id));

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
