using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Data;

/// <summary>Gives a member the next key, or leaves it out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingKeyFix)), Shared]
public sealed class MissingKeyFix() : ContractFix(Rules.MemberWithoutKey)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        var members = new DataMembers(flaw);
        if (members.Member() is not { } member || members.Target(member) is not { } target)
        {
            yield break;
        }

        var owner = flaw.About() ?? member.ContainingType;
        yield return new Repair($"Give '{member.Name}' the next free key", "Key", target, edits => members.AddKeyAsync(edits, target, member, owner));
        if (target is not ParameterSyntax)
        {
            // The constructor of a record needs all of them.
            yield return new Repair($"Mark '{member.Name}' with [IgnoreMember]", "Ignore", target, edits => members.AddIgnoreAsync(edits, target));
        }
    }
}
