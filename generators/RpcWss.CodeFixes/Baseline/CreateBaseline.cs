using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Baseline;

/// <summary>Begins the baseline of a project that has none, on any of its contracts. A diagnostic for that would cost every build of those who want none.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(CreateBaseline)), Shared]
public sealed class CreateBaseline : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var project = context.Document.Project;
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (BaselineDocuments.Of(project).Count > 0
            || root?.FindNode(context.Span).FirstAncestorOrSelf<InterfaceDeclarationSyntax>() is not { AttributeLists.Count: > 0 } declaration
            || !declaration.Identifier.Span.IntersectsWith(context.Span))
        {
            return;
        }

        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model?.GetDeclaredSymbol(declaration, context.CancellationToken) is INamedTypeSymbol type && ContractSearch.IsContract(type))
        {
            context.RegisterRefactoring(CodeAction.Create("Create the wire baseline", cancellation => CreateAsync(project, cancellation), nameof(CreateBaseline)));
        }
    }

    private static async Task<Solution> CreateAsync(Project project, CancellationToken cancellation)
    {
        var compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        if (BaselineText.Of(compilation!, cancellation) is not { } text)
        {
            return project.Solution;
        }

        string name = project.AssemblyName + WireBaselineAnalyzer.FileEnding;
        string? path = project.FilePath is { } file ? Path.Combine(Path.GetDirectoryName(file)!, name) : null;
        return project.Solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id, name), name, SourceText.From(text, BaselineText.Encoding), filePath: path);
    }
}
