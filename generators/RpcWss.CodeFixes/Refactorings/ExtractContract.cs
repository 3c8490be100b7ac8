using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;

namespace RpcWss.CodeFixes.Refactorings;

/// <summary>
/// Offers a contract of what a class does. The class implements it where its methods have the form of remote ones already; else its author
/// has to change them, and the contract says into what.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ExtractContract)), Shared]
public sealed class ExtractContract : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var cancellation = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || root.FindNode(context.Span) is not ClassDeclarationSyntax { TypeParameterList: null } declaration
            || await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, cancellation) is not { IsStatic: false } type
            || model.Compilation.GetTypeByMetadataName(SymbolNames.ContractAttribute) is not { } attribute)
        {
            return;
        }

        string name = NewType.FreeName(type.ContainingNamespace, $"I{type.Name}");
        var draft = new ContractDraft(name, type, attribute, model.Compilation, Spelling.InNewFile(context.Document, model.Compilation, type.ContainingNamespace));
        var methods = draft.Methods(declaration, cancellation);
        if (methods.Count == 0)
        {
            return;
        }

        context.RegisterRefactoring(CodeAction.Create($"Extract the contract '{name}' from '{type.Name}'", _ =>
        {
            var contract = draft.Interface(methods, NewType.LineBreak(declaration));
            if (!methods.TrueForAll(static method => method.IsUnchanged))
            {
                return Task.FromResult(NewType.Add(context.Document, root, declaration, contract));
            }

            var mark = new SyntaxAnnotation();
            var changed = root.ReplaceNode(declaration, WithBase(declaration, name).WithAdditionalAnnotations(mark));
            return Task.FromResult(NewType.Add(context.Document, changed, (ClassDeclarationSyntax)changed.GetAnnotatedNodes(mark).Single(), contract));
        }, "Extract"));
    }

    private static ClassDeclarationSyntax WithBase(ClassDeclarationSyntax declaration, string name)
    {
        var entry = SyntaxFactory.SimpleBaseType(SyntaxFactory.IdentifierName(name));
        if (declaration.BaseList is { } bases)
        {
            var last = bases.Types.Last();
            var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            var types = bases.Types.Replace(last, last.WithoutTrailingTrivia()).GetWithSeparators().Add(comma).Add(entry.WithTrailingTrivia(last.GetTrailingTrivia()));
            return declaration.WithBaseList(bases.WithTypes(SyntaxFactory.SeparatedList<BaseTypeSyntax>(types)));
        }

        // What is after the name, or the parameters, goes after the base that follows it.
        var before = declaration.ParameterList?.CloseParenToken ?? declaration.Identifier;
        var colon = SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space);
        return declaration.ReplaceToken(before, before.WithTrailingTrivia(SyntaxFactory.Space))
            .WithBaseList(SyntaxFactory.BaseList(colon, SyntaxFactory.SingletonSeparatedList<BaseTypeSyntax>(entry)).WithTrailingTrivia(before.TrailingTrivia));
    }
}
