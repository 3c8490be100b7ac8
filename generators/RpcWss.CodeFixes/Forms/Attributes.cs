using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RpcWss.CodeFixes.Forms;

/// <summary>Writes attributes.</summary>
internal static class Attributes
{
    /// <summary>An attribute with these arguments.</summary>
    public static AttributeSyntax Make(INamedTypeSymbol type, Spelling spelling, params AttributeArgumentSyntax[] arguments) => SyntaxFactory.Attribute(
        (NameSyntax)spelling.Type(type),
        arguments.Length == 0 ? null : SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments)));

    public static AttributeArgumentSyntax Named(string name, ExpressionSyntax value) =>
        SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(name), null, value);

    public static AttributeArgumentSyntax Positional(ExpressionSyntax value) => SyntaxFactory.AttributeArgument(value);

    public static ExpressionSyntax Number(int value) => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(value));

    public static ExpressionSyntax Text(string value) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    /// <summary>Adds an attribute to a type, a member, or the property that a parameter of a record makes.</summary>
    public static SyntaxNode Add(SyntaxNode declaration, AttributeSyntax attribute, Spelling spelling)
    {
        if (declaration is not ParameterSyntax parameter)
        {
            return spelling.Generator.AddAttributes(declaration, attribute);
        }

        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.PropertyKeyword)).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.WithLeadingTrivia().AddAttributeLists(list).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }
}
