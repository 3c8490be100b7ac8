using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using RpcWss.Generators.Contracts;

namespace RpcWss.CodeFixes.Forms;

/// <summary>Changes the signatures of methods: the type of the result, and the parameters one by one.</summary>
internal static class Signatures
{
    public static MethodDeclarationSyntax WithResult(this MethodDeclarationSyntax method, ITypeSymbol type, Spelling spelling) =>
        method.WithReturnType(spelling.Type(type).WithTriviaFrom(method.ReturnType));

    public static ParameterSyntax WithType(this ParameterSyntax parameter, ITypeSymbol type, Spelling spelling) =>
        parameter.WithType(spelling.Type(type).WithTriviaFrom(parameter.Type!));

    /// <summary>Removes <c>ref</c> and its like.</summary>
    public static ParameterSyntax ByValue(this ParameterSyntax parameter) => parameter.WithModifiers(default).WithLeadingTrivia(parameter.GetLeadingTrivia());

    /// <summary>The one token that a method may take.</summary>
    public static ParameterSyntax Token(string name, ITypeSymbol type, Spelling spelling) =>
        SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))
            .WithType(spelling.Type(type).WithTrailingTrivia(SyntaxFactory.Space))
            .WithDefault(SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)))
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>A parameter of a method that is written anew.</summary>
    public static ParameterSyntax Parameter(string name, ITypeSymbol type, Spelling spelling) =>
        SyntaxFactory.Parameter(SyntaxFactory.Identifier(Mentions.Escape(name))).WithType(spelling.Type(type).WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary>The parameters, each with its place in the list.</summary>
    public static IEnumerable<(ParameterSyntax Parameter, int From)> Placed(this MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.Select(static (parameter, index) => (parameter, index));

    /// <summary>Puts these parameters in the place of those that there are. What stays keeps its comments and its place in the lines.</summary>
    /// <param name="parameters">Each with its place in the list that there is; -1 for a new one.</param>
    public static MethodDeclarationSyntax WithParameters(this MethodDeclarationSyntax method, IEnumerable<(ParameterSyntax Parameter, int From)> parameters)
    {
        var list = method.ParameterList.Parameters;
        bool inLines = list.SeparatorCount > 0 && list.GetSeparator(0).TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var placed = parameters.ToList();
        var separators = placed.Skip(1).Select(parameter => parameter.From > 0 ? list.GetSeparator(parameter.From - 1)
            : inLines ? list.GetSeparator(0)
            : Comma());
        var written = placed.Select(parameter => parameter.From < 0 && inLines ? parameter.Parameter.WithLeadingTrivia(list[1].GetLeadingTrivia()) : parameter.Parameter);
        return method.WithParameterList(method.ParameterList.WithParameters(SyntaxFactory.SeparatedList(written, separators)));
    }

    /// <summary>Parameters that are written anew, in one line.</summary>
    public static ParameterListSyntax InLine(IReadOnlyCollection<ParameterSyntax> parameters) =>
        SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList(parameters, Enumerable.Repeat(Comma(), Math.Max(0, parameters.Count - 1))));

    /// <summary>A method without a body, as a contract has them.</summary>
    public static MethodDeclarationSyntax Method(string name, ITypeSymbol result, IEnumerable<ParameterSyntax> parameters, Spelling spelling)
    {
        return SyntaxFactory.MethodDeclaration(spelling.Type(result).WithTrailingTrivia(SyntaxFactory.Space), name)
            .WithParameterList(InLine([.. parameters]))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static SyntaxToken Comma() => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
}
