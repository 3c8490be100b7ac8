using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;

namespace RpcWss.CodeFixes.Refactorings;

/// <summary>Offers a class that implements a contract, with methods to be written. Not for a contract that has errors, which come first.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ImplementContract)), Shared]
public sealed class ImplementContract : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var cancellation = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || root.FindNode(context.Span) is not InterfaceDeclarationSyntax declaration
            || await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, cancellation) is not { } contract
            || contract.Attribute(SymbolNames.ContractAttribute) is null
            || !model.Compilation.IsSymbolAccessibleWithin(contract, model.Compilation.Assembly)
            || ContractParser.Parse(contract, model.Compilation, cancellation).Model is null)
        {
            return;
        }

        string bare = contract.Name.Length > 1 && contract.Name[0] == 'I' && char.IsUpper(contract.Name[1]) ? contract.Name.Substring(1) : contract.Name;
        string name = NewType.FreeName(contract.ContainingNamespace, bare, $"{bare}Service");
        context.RegisterRefactoring(CodeAction.Create($"Implement '{contract.Name}' in a new class '{name}'", stop =>
        {
            var methods = RemoteMethods.Of(contract, model.Compilation, new(), new Places(contract, model.Compilation, stop));
            var type = Class(name, contract, methods, Spelling.InNewFile(context.Document, model.Compilation, contract.ContainingNamespace));
            return Task.FromResult(NewType.Add(context.Document, root, declaration, type));
        }, "Implement"));
    }

    private static ClassDeclarationSyntax Class(string name, INamedTypeSymbol contract, List<IMethodSymbol> methods, Spelling spelling)
    {
        var members = new List<MemberDeclarationSyntax>();
        var seen = new Dictionary<string, IMethodSymbol>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            // One method serves two bases that agree on it. Where they do not, the second needs its own.
            string signature = $"{method.Name}({string.Join(",", method.Parameters.Select(static parameter => parameter.Type.ToDisplayString()))})";
            if (!seen.TryGetValue(signature, out var first))
            {
                seen.Add(signature, method);
                members.Add(Method(method, spelling, isExplicit: false));
            }
            else if (!SymbolEqualityComparer.Default.Equals(first.ReturnType, method.ReturnType))
            {
                members.Add(Method(method, spelling, isExplicit: true));
            }
        }

        return SyntaxFactory.ClassDeclaration(name)
            .AddModifiers(SyntaxFactory.Token(SyntaxKind.InternalKeyword), SyntaxFactory.Token(SyntaxKind.SealedKeyword))
            .AddBaseListTypes(SyntaxFactory.SimpleBaseType(spelling.Type(contract)))
            .AddMembers([.. members]);
    }

    /// <summary>Without <c>async</c> where items are returned: an iterator would have to yield one.</summary>
    private static MethodDeclarationSyntax Method(IMethodSymbol method, Spelling spelling, bool isExplicit)
    {
        var parameters = method.Parameters.Select(parameter => (ParameterSyntax)spelling.Generator.ParameterDeclaration(parameter));
        var body = (StatementSyntax)spelling.Generator.ThrowStatement(spelling.Generator.ObjectCreationExpression(
            SyntaxFactory.ParseName("global::System.NotImplementedException").WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation)));
        var declaration = SyntaxFactory.MethodDeclaration(spelling.Type(method.ReturnType), Mentions.Escape(method.Name))
            .WithParameterList(SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList(parameters)))
            .WithBody(SyntaxFactory.Block(body))
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);
        if (isExplicit)
        {
            declaration = declaration.WithExplicitInterfaceSpecifier(SyntaxFactory.ExplicitInterfaceSpecifier((NameSyntax)spelling.Type(method.ContainingType)));
        }

        SyntaxKind[] modifiers = [.. isExplicit ? [] : new[] { SyntaxKind.PublicKeyword }, .. RemoteTypes.IsTask(method.ReturnType) ? [SyntaxKind.AsyncKeyword] : Array.Empty<SyntaxKind>()];
        return declaration.AddModifiers([.. modifiers.Select(SyntaxFactory.Token)]);
    }
}
