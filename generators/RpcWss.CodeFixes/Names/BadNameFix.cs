using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Names;

/// <summary>Removes a wire name that cannot be used, so that the name in C# is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BadNameFix)), Shared]
public sealed class BadNameFix() : ContractFix(Rules.InvalidWireName)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        var argument = flaw.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>()
            ?? flaw.Method?.AttributeLists.SelectMany(static list => list.Attributes)
                .SelectMany(static attribute => attribute.ArgumentList?.Arguments ?? [])
                .FirstOrDefault(static other => other.NameEquals?.Name.Identifier.ValueText == "Name");
        if (argument is not null && !flaw.IsOutOfReach)
        {
            yield return new Repair($"Remove the name {argument.Expression}", "RemoveName", argument, edits => edits.RemoveAsync(argument));
        }
    }
}
