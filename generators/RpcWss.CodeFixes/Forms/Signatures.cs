using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using RpcWss.Generators.Contracts;

namespace RpcWss.CodeFixes.Forms;

/// <summary>Changes the signatures of methods: the type of the result, and the parameters one by one.</summary>
internal static class Signatures
{
    /// <summary>A type as the place it stands in can write it, with its namespace imported if need be.</summary>
    public static TypeSyntax Write(ITypeSymbol type, SyntaxGenerator generator) =>
        ((TypeSyntax)generator.TypeExpression(type)).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);

    public static MethodDeclarationSyntax WithResult(this MethodDeclarationSyntax method, ITypeSymbol type, SyntaxGenerator generator) =>
        method.WithReturnType(Write(type, generator).WithTriviaFrom(method.ReturnType));

    public static ParameterSyntax WithType(this ParameterSyntax parameter, ITypeSymbol type, SyntaxGenerator generator) =>
        parameter.WithType(Write(type, generator).WithTriviaFrom(parameter.Type!));

    /// <summary>Removes <c>ref</c> and its like.</summary>
    public static ParameterSyntax ByValue(this ParameterSyntax parameter)
    {
        bool isExtension = parameter.Modifiers.Any(SyntaxKind.ThisKeyword);
        return isExtension ? parameter : parameter.WithModifiers(default).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    /// <summary>The one token that a method may take.</summary>
    public static ParameterSyntax Token(string name, ITypeSymbol type, SyntaxGenerator generator) =>
        SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))
            .WithType(Write(type, generator).WithTrailingTrivia(SyntaxFactory.Space))
            .WithDefault(SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)))
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>A parameter of a method that is written anew.</summary>
    public static ParameterSyntax Parameter(string name, ITypeSymbol type, SyntaxGenerator generator) =>
        SyntaxFactory.Parameter(SyntaxFactory.Identifier(Mentions.Escape(name))).WithType(Write(type, generator).WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary>Puts these parameters in the place of those that there are; what stays keeps its place in the lines.</summary>
    public static MethodDeclarationSyntax WithParameters(this MethodDeclarationSyntax method, IEnumerable<ParameterSyntax> parameters)
    {
        var list = method.ParameterList.Parameters;
        bool aligned = list.Skip(1).Any(static parameter => parameter.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia));
        var kept = parameters.ToList();
        var separators = Enumerable.Range(0, Math.Max(0, kept.Count - 1))
            .Select(index => aligned && index < list.SeparatorCount ? list.GetSeparator(index) : SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return method.WithParameterList(method.ParameterList.WithParameters(SyntaxFactory.SeparatedList(kept, separators)));
    }

    /// <summary>A method without a body, as a contract has them.</summary>
    public static MethodDeclarationSyntax Method(string name, ITypeSymbol result, IEnumerable<ParameterSyntax> parameters, SyntaxGenerator generator)
    {
        var space = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var list = parameters.ToList();
        return SyntaxFactory.MethodDeclaration(Write(result, generator).WithTrailingTrivia(SyntaxFactory.Space), name)
            .WithParameterList(SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList(list, Enumerable.Repeat(space, Math.Max(0, list.Count - 1)))))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
