using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;

namespace RpcWss.CodeFixes.Forms;

/// <summary>Removes attributes and what is in them. The comments before an attribute are those of what it is on, and stay.</summary>
internal static class AttributeRemoval
{
    /// <summary>Removes an argument, and the attribute with its last one, unless it says something without any.</summary>
    public static async Task RemoveAsync(this Edits edits, AttributeArgumentSyntax argument)
    {
        var attribute = argument.FirstAncestorOrSelf<AttributeSyntax>()!;
        bool isLast = attribute.ArgumentList!.Arguments.Count == 1;
        bool isContract = attribute.Name.ToString().Contains("RpcContract");
        if (isLast && !isContract)
        {
            await edits.RemoveAsync(attribute).ConfigureAwait(false);
            return;
        }

        var editor = await edits.OfAsync(attribute).ConfigureAwait(false);
        editor.RemoveNode(isLast ? attribute.ArgumentList : argument);
    }

    /// <summary>Removes an attribute, with its brackets where it is alone in them.</summary>
    public static async Task RemoveAsync(this Edits edits, AttributeSyntax attribute)
    {
        var editor = await edits.OfAsync(attribute).ConfigureAwait(false);
        if (attribute.Parent is not AttributeListSyntax { Attributes.Count: 1, Parent: { } owner } list)
        {
            editor.RemoveNode(attribute);
            return;
        }

        editor.TrackNode(list);
        editor.ReplaceNode(owner, (current, _) => Without(current, current.GetCurrentNode(list)!));
    }

    private static SyntaxNode Without(SyntaxNode owner, AttributeListSyntax list)
    {
        var comments = list.GetLeadingTrivia();
        int index = ListsOf(owner).IndexOf(list);
        var bare = owner.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
        var left = ListsOf(bare);
        var next = index < left.Count ? left[index].GetFirstToken()
            : left.Count == 0 ? bare.GetFirstToken()
            : left.Last().GetLastToken().GetNextToken();
        return bare.ReplaceToken(next, next.WithLeadingTrivia(comments));
    }

    private static SyntaxList<AttributeListSyntax> ListsOf(SyntaxNode owner) => owner switch
    {
        MemberDeclarationSyntax member => member.AttributeLists,
        ParameterSyntax parameter => parameter.AttributeLists,
        _ => default,
    };
}
