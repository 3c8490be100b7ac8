using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Data;

/// <summary>Gives a member a key that no other has, in the place of one that is taken, out of range, or of the wrong kind.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BadKeyFix)), Shared]
public sealed class BadKeyFix() : ContractFix(Rules.BadKey)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        var members = new DataMembers(flaw);
        if (members.Member() is not { } member || members.KeyOf(member) is not { ArgumentList.Arguments: [var key] })
        {
            return [];
        }

        var owner = flaw.About() ?? member.ContainingType;
        return [new Repair($"Give '{member.Name}' a free key", "FreeKey", key, edits =>
        {
            var value = DataMembers.HasNames(owner, member)
                ? Attributes.Text(edits.Names.Take(owner, NamesOf(owner), member.Name))
                : Attributes.Number(edits.Keys.Next(owner));
            return edits.ReplaceAsync(key, (current, _) => current.WithExpression(value.WithTriviaFrom(current.Expression)));
        })];
    }

    private static IEnumerable<string> NamesOf(INamedTypeSymbol owner)
    {
        for (var at = owner; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
            {
                if (MemberKeys.Of(member, KeySource.Attributes) is { Name: { } name })
                {
                    yield return name;
                }
            }
        }
    }
}
