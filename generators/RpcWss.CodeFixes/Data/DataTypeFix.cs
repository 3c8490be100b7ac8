using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Data;

/// <summary>
/// Says of a type how it is written: <c>[MessagePackObject]</c> on it and its bases, a number on each public member, and
/// <c>[IgnoreMember]</c> on those that are computed from others.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DataTypeFix)), Shared]
public sealed class DataTypeFix() : ContractFix(Rules.NotMessagePackObject)
{
    private const string Attribute = "MessagePack.MessagePackObjectAttribute";

    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw.About() is not { } type || flaw.Declarations(type).FirstOrDefault() is not TypeDeclarationSyntax declaration)
        {
            yield break;
        }

        yield return new Repair($"Mark '{type.Name}' with [MessagePackObject] and its members with [Key]", "MessagePackObject", declaration, async edits =>
        {
            foreach (var at in Hierarchy(type))
            {
                await MarkAsync(edits, new DataMembers(flaw), at, flaw.Declarations(at).OfType<TypeDeclarationSyntax>().FirstOrDefault()).ConfigureAwait(false);
            }
        });
    }

    private static async Task MarkAsync(Edits edits, DataMembers members, INamedTypeSymbol type, TypeDeclarationSyntax? declaration)
    {
        if (declaration is null)
        {
            return;
        }

        if (type.Attribute(Attribute) is null && edits.Names.IsNew(type))
        {
            await members.AddAsync(edits, declaration, Attribute).ConfigureAwait(false);
        }

        foreach (var member in DataMembers.Of(type))
        {
            if (MemberKeys.Of(member, KeySource.Attributes) is not null || members.Target(member) is not { } target || !edits.Names.IsNew(member))
            {
                continue;
            }

            await (IsComputed(target) ? members.AddIgnoreAsync(edits, target) : members.AddKeyAsync(edits, target, member, type)).ConfigureAwait(false);
        }
    }

    /// <summary>Bases first, so that their numbers come first.</summary>
    private static IEnumerable<INamedTypeSymbol> Hierarchy(INamedTypeSymbol type)
    {
        var types = new List<INamedTypeSymbol>();
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            types.Insert(0, at.OriginalDefinition);
        }

        return types;
    }

    private static bool IsComputed(SyntaxNode target) => target is PropertyDeclarationSyntax property
        && (property.ExpressionBody is not null
            || property.AccessorList!.Accessors is [var only] && only.IsKind(SyntaxKind.GetAccessorDeclaration) && (only.Body is not null || only.ExpressionBody is not null));
}
