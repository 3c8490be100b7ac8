using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.Generators.Contracts;

/// <summary>The rules for the declaration of a contract as such, and of the types around it.</summary>
internal static class ContractRules
{
    public static void Check(INamedTypeSymbol contract, FindingList findings, Places places, CancellationToken cancellation)
    {
        if (Version(contract, cancellation) is { } version && version < Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11)
        {
            findings.Add(Rules.LanguageVersion, places.Contract(), contract.Name, version.ToDisplayString());
        }
        else if (IsGeneric(contract))
        {
            findings.Add(Rules.GenericContract, places.Contract(), contract.Name);
        }
        else if (Hidden(contract) is { } hidden)
        {
            findings.Add(Rules.HiddenContract, places.Contract(), contract.Name, hidden);
        }
        else if (!IsPartial(contract, cancellation))
        {
            findings.Add(Rules.NotPartial, places.Contract(), contract.Name);
        }
        else
        {
            CheckOuter(contract, findings, cancellation);
        }
    }

    private static void CheckOuter(INamedTypeSymbol contract, FindingList findings, CancellationToken cancellation)
    {
        for (var outer = contract.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer, cancellation))
            {
                string keyword = outer switch
                {
                    { IsRecord: true } => "record",
                    { TypeKind: TypeKind.Struct } => "struct",
                    { TypeKind: TypeKind.Interface } => "interface",
                    _ => "class",
                };
                findings.Add(Rules.OuterNotPartial, new Place(outer.Locations[0]), outer.Name, contract.Name, keyword);
            }
        }
    }

    private static bool IsGeneric(INamedTypeSymbol contract)
    {
        for (var type = contract; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Hidden(INamedTypeSymbol contract)
    {
        for (var type = contract; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return "local to its file";
            }

            if (type.DeclaredAccessibility == Accessibility.Private)
            {
                return "private";
            }
        }

        return null;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    private static LanguageVersion? Version(INamedTypeSymbol contract, CancellationToken cancellation) =>
        contract.DeclaringSyntaxReferences is [var reference, ..] && reference.SyntaxTree.Options is CSharpParseOptions options
            ? options.LanguageVersion
            : null;
}
