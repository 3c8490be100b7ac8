using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RpcWss.CodeFixes.Forms;

/// <summary>Changes the modifiers of a declaration and nothing else of it: comments and spaces stay where they are.</summary>
internal static class Modifiers
{
    private static readonly SyntaxKind[] _accessibility =
        [SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.FileKeyword];

    public static bool SaysAccessibility(this MemberDeclarationSyntax declaration) => declaration.Modifiers.Any(IsAccessibility);

    /// <summary>Adds a modifier after the others, unless it is there.</summary>
    public static T AddModifier<T>(this T declaration, SyntaxKind kind) where T : MemberDeclarationSyntax => declaration.Modifiers.Any(kind)
        ? declaration
        : declaration.WithKinds([.. declaration.Modifiers.Select(modifier => modifier.Kind()), kind]);

    public static T RemoveModifiers<T>(this T declaration, params SyntaxKind[] kinds) where T : MemberDeclarationSyntax =>
        declaration.WithKinds(declaration.Modifiers.Select(modifier => modifier.Kind()).Where(kind => !kinds.Contains(kind)));

    /// <summary>Puts these in the place of what says who may see the declaration.</summary>
    public static T WithAccessibility<T>(this T declaration, params SyntaxKind[] kinds) where T : MemberDeclarationSyntax =>
        declaration.WithKinds(kinds.Concat(declaration.Modifiers.Where(modifier => !IsAccessibility(modifier)).Select(modifier => modifier.Kind())));

    private static T WithKinds<T>(this T declaration, IEnumerable<SyntaxKind> kinds) where T : MemberDeclarationSyntax
    {
        var leading = First(declaration).LeadingTrivia;
        var bare = (T)declaration.WithModifiers(default);
        var next = First(bare);
        bare = bare.ReplaceToken(next, next.WithLeadingTrivia());
        var tokens = kinds.Select(kind => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space)).ToList();
        if (tokens.Count == 0)
        {
            next = First(bare);
            return bare.ReplaceToken(next, next.WithLeadingTrivia(leading));
        }

        tokens[0] = tokens[0].WithLeadingTrivia(leading);
        return (T)bare.WithModifiers(SyntaxFactory.TokenList(tokens));
    }

    /// <summary>The first token after the attributes.</summary>
    private static SyntaxToken First(MemberDeclarationSyntax declaration) =>
        declaration.AttributeLists.Count == 0 ? declaration.GetFirstToken() : declaration.AttributeLists.Last().GetLastToken().GetNextToken();

    private static bool IsAccessibility(SyntaxToken modifier) => _accessibility.Contains(modifier.Kind());
}
