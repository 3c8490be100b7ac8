using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Methods;

/// <summary>Writes one token in the place of several, or of one that may be null: last, and left out as a rule.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenFix)), Shared]
public sealed class TokenFix() : ContractFix(Rules.CancellationTokens)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw is not { Method: { } method, MethodSymbol: { } symbol } || new RemoteTypes(flaw.Compilation).CancellationToken is not { } token)
        {
            yield break;
        }

        var tokens = symbol.Parameters.Where(static parameter => IsToken(parameter.Type)).ToList();
        string name = tokens.Count == 1 || symbol.Parameters.Any(static parameter => parameter.Name == "cancellationToken" && !IsToken(parameter.Type))
            ? method.ParameterList.Parameters[tokens[0].Ordinal].Identifier.Text
            : "cancellationToken";
        yield return new Repair($"Take one 'CancellationToken {name} = default'", "OneToken", method, edits => edits.ReplaceAsync(method, (current, spelling) =>
        {
            var parameters = current.Placed().Where(placed => !IsToken(symbol.Parameters[placed.From].Type)).ToList();
            bool hasParams = symbol.Parameters.Any(static parameter => parameter.IsParams);
            parameters.Insert(parameters.Count - (hasParams ? 1 : 0), (Signatures.Token(name, token, spelling), -1));
            return current.WithParameters(parameters);
        }));
    }

    private static bool IsToken(ITypeSymbol type) => type.Is(SymbolNames.CancellationToken)
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } && inner.Is(SymbolNames.CancellationToken);
}
