using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Contracts;

/// <summary>Makes a method public, as the members of an interface are that say nothing else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublicFix)), Shared]
public sealed class PublicFix() : ContractFix(Rules.InaccessibleMember)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw.Method is { } method)
        {
            yield return new Repair($"Make '{method.Identifier.ValueText}' public", "Public", method, edits =>
                edits.ReplaceAsync(method, static (current, _) => current.WithAccessibility()));
        }
    }
}
