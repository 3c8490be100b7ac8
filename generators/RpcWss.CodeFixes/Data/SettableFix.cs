using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Data;

/// <summary>Lets a member with a key be read and set, or leaves it out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SettableFix)), Shared]
public sealed class SettableFix() : ContractFix(Rules.MemberNotSettable)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        var members = new DataMembers(flaw);
        if (members.Member() is not { } member || members.Target(member) is not { } target)
        {
            yield break;
        }

        if (!Mentions.IsObsoleteError(member) && Opened(target, member) is { } open)
        {
            yield return new Repair($"Let '{member.Name}' be read and set", "Settable", target, edits => edits.ReplaceAsync(target, (current, _) => open(current)));
        }

        var key = members.KeyOf(member);
        if (key is not null || MemberKeys.IsPublic(member))
        {
            yield return new Repair($"Leave '{member.Name}' out", "LeaveOut", target, edits => LeaveOutAsync(edits, members, member, target, key));
        }
    }

    /// <summary>What makes the declaration one of a member that anybody reads and sets; null where that takes code.</summary>
    private static Func<SyntaxNode, SyntaxNode>? Opened(SyntaxNode target, ISymbol member) => target switch
    {
        FieldDeclarationSyntax => static node => Public((FieldDeclarationSyntax)node).RemoveModifiers(SyntaxKind.ReadOnlyKeyword),
        PropertyDeclarationSyntax { AccessorList: not null } when ((IPropertySymbol)member).GetMethod is not null => static node => Opened((PropertyDeclarationSyntax)node),
        _ => null,
    };

    private static PropertyDeclarationSyntax Opened(PropertyDeclarationSyntax property)
    {
        var accessors = property.AccessorList!.Accessors;
        var open = accessors.Select(static accessor => accessor.Modifiers.Count == 0 ? accessor
            : accessor.WithModifiers(default).WithLeadingTrivia(accessor.GetLeadingTrivia())).ToList();
        if (open is [{ Body: null, ExpressionBody: null }])
        {
            open[0] = open[0].WithTrailingTrivia(SyntaxFactory.Space);
            open.Add(SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
                .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
                .WithTrailingTrivia(accessors[0].GetTrailingTrivia())
                .WithAdditionalAnnotations(Formatter.Annotation));
        }

        return Public(property.WithAccessorList(property.AccessorList.WithAccessors(SyntaxFactory.List(open))));
    }

    private static T Public<T>(T member) where T : MemberDeclarationSyntax =>
        member.Modifiers.Any(SyntaxKind.PublicKeyword) ? member : member.WithAccessibility(SyntaxKind.PublicKeyword);

    /// <summary>A public member says that it is left out; of another, it is enough that it has no key.</summary>
    private static async Task LeaveOutAsync(Edits edits, DataMembers members, ISymbol member, SyntaxNode target, AttributeSyntax? key)
    {
        if (!MemberKeys.IsPublic(member))
        {
            await edits.RemoveAsync(key!).ConfigureAwait(false);
        }
        else if (key is null)
        {
            await members.AddIgnoreAsync(edits, target).ConfigureAwait(false);
        }
        else if (members.Ignore is { } ignore)
        {
            await edits.ReplaceAsync(key, (current, spelling) => Attributes.Make(ignore, spelling).WithTriviaFrom(current)).ConfigureAwait(false);
        }
    }
}
