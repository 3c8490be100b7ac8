using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Methods;

/// <summary>Gives a setting the nearest value that it may have, or takes it away where that is the same as saying nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SettingFix)), Shared]
public sealed class SettingFix() : ContractFix(Rules.SettingOutOfRange)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw.IsOutOfReach || Argument(flaw) is not { NameEquals.Name.Identifier.ValueText: var setting } argument)
        {
            yield break;
        }

        yield return setting == "Capacity"
            ? new Repair("Set 'Capacity' to 1", "Setting", argument, edits =>
                edits.ReplaceAsync(argument, static (current, _) => current.WithExpression(Attributes.Number(1).WithTriviaFrom(current.Expression))))
            : new Repair($"Remove '{setting}'", "Setting", argument, edits => edits.RemoveAsync(argument));
    }

    /// <summary>The argument itself; of an inherited method, the first one that is out of range.</summary>
    private static AttributeArgumentSyntax? Argument(Flaw flaw) =>
        flaw.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>()
        ?? flaw.Method?.DescendantNodes().OfType<AttributeArgumentSyntax>().FirstOrDefault(argument => IsOut(argument, flaw));

    private static bool IsOut(AttributeArgumentSyntax argument, Flaw flaw) =>
        flaw.Model.GetConstantValue(argument.Expression, flaw.Cancellation) is { HasValue: true, Value: int value }
        && argument.NameEquals?.Name.Identifier.ValueText switch
        {
            "Capacity" => value < 1,
            "MaxPayloadSize" => value < 0,
            "WhenSlow" => value is < 0 or > 3,
            _ => false,
        };
}
