using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using RpcWss.CodeFixes.Editing;

namespace RpcWss.CodeFixes.Forms;

/// <summary>Writes and removes attributes.</summary>
internal static class Attributes
{
    /// <summary>An attribute by the full name of its class, without the suffix; the name is shortened and imported where that can be.</summary>
    public static AttributeSyntax Make(INamedTypeSymbol type, SyntaxGenerator generator, params AttributeArgumentSyntax[] arguments) => SyntaxFactory.Attribute(
        ((NameSyntax)generator.TypeExpression(type)).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation),
        arguments.Length == 0 ? null : SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments)));

    public static AttributeArgumentSyntax Named(string name, ExpressionSyntax value) =>
        SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(name), null, value);

    public static AttributeArgumentSyntax Positional(ExpressionSyntax value) => SyntaxFactory.AttributeArgument(value);

    public static ExpressionSyntax Number(int value) => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(value));

    public static ExpressionSyntax Text(string value) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    /// <summary>Adds an attribute to a type, a member, or the property that a parameter of a record makes.</summary>
    public static SyntaxNode Add(SyntaxNode declaration, AttributeSyntax attribute, SyntaxGenerator generator)
    {
        if (declaration is not ParameterSyntax parameter)
        {
            return generator.AddAttributes(declaration, attribute);
        }

        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.PropertyKeyword)).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.WithLeadingTrivia().AddAttributeLists(list).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    /// <summary>Removes an attribute, with its brackets where it is alone in them.</summary>
    public static async Task RemoveAsync(this Edits edits, AttributeSyntax attribute)
    {
        var editor = await edits.OfAsync(attribute).ConfigureAwait(false);
        editor.RemoveNode(attribute);
    }

    /// <summary>Removes an argument, and the attribute with its last one, unless it says something without any.</summary>
    public static async Task RemoveAsync(this Edits edits, AttributeArgumentSyntax argument)
    {
        var attribute = argument.FirstAncestorOrSelf<AttributeSyntax>()!;
        bool isLast = attribute.ArgumentList!.Arguments.Count == 1;
        bool isContract = attribute.Name.ToString().Contains("RpcContract");
        var editor = await edits.OfAsync(attribute).ConfigureAwait(false);
        SyntaxNode removed = !isLast ? argument : isContract ? attribute.ArgumentList : attribute;
        editor.RemoveNode(removed);
    }
}
