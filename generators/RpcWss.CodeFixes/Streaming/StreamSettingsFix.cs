using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.CodeFixes.Streaming;

/// <summary>Removes <c>[RpcStream]</c> where it says nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StreamSettingsFix)), Shared]
public sealed class StreamSettingsFix() : ContractFix(Rules.StreamSettingsMisplaced)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        var attribute = flaw.Node.FirstAncestorOrSelf<AttributeSyntax>() ?? (flaw.MethodSymbol is { } method ? Misplaced(method, flaw.Cancellation) : null);
        if (attribute is not null)
        {
            yield return new Repair("Remove [RpcStream]", "RemoveStream", attribute, edits => edits.RemoveAsync(attribute));
        }
    }

    /// <summary>Of an inherited method, it is not reported which of its attributes is wrong.</summary>
    private static AttributeSyntax? Misplaced(IMethodSymbol method, CancellationToken cancellation)
    {
        var wrong = method.Parameters.Where(static parameter => Streams.FormOf(parameter.Type) != StreamForm.Items)
            .Select(static parameter => parameter.Attribute(SymbolNames.StreamAttribute));
        if (Streams.FormOf(method.ReturnType) != StreamForm.Items)
        {
            wrong = wrong.Append(method.ReturnAttribute(SymbolNames.StreamAttribute));
        }

        return wrong.Select(attribute => attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation)).OfType<AttributeSyntax>().FirstOrDefault();
    }
}
