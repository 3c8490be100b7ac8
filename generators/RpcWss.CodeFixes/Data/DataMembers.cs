using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;

namespace RpcWss.CodeFixes.Data;

/// <summary>Finds the members of data types in source, and marks them.</summary>
internal sealed class DataMembers(Flaw flaw)
{
    private const string Key = "MessagePack.KeyAttribute";
    private const string IgnoreMember = "MessagePack.IgnoreMemberAttribute";

    /// <summary>The attribute that leaves a member out.</summary>
    public INamedTypeSymbol? Ignore => flaw.Compilation.GetTypeByMetadataName(IgnoreMember);

    /// <summary>The public members that a type declares, in their order, but for those that are left out already.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type) => type.GetMembers().Where(static member =>
        !member.IsStatic && MemberKeys.IsPublic(member) && !MemberKeys.IsIgnored(member) && member switch
        {
            IPropertySymbol property => !property.IsIndexer && property.ExplicitInterfaceImplementations.IsEmpty,
            IFieldSymbol field => !field.IsImplicitlyDeclared,
            _ => false,
        });

    /// <summary>The member whose name is at a place: a property, a field, or the property that a parameter of a record makes.</summary>
    public ISymbol? Member()
    {
        for (var node = flaw.Node; node is not null and not TypeDeclarationSyntax; node = node.Parent)
        {
            switch (flaw.Model.GetDeclaredSymbol(node, flaw.Cancellation))
            {
                case IParameterSymbol { ContainingType: { } type } parameter:
                    return type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault();
                case { Kind: SymbolKind.Property or SymbolKind.Field } member:
                    return member;
            }
        }

        return null;
    }

    /// <summary>The attribute that gives a member its key, where it can be changed.</summary>
    public AttributeSyntax? KeyOf(ISymbol member) =>
        member.Attribute(Key)?.ApplicationSyntaxReference?.GetSyntax(flaw.Cancellation) is AttributeSyntax syntax && Edits.CanEdit(flaw.Solution, syntax) ? syntax : null;

    /// <summary>What an attribute of a member is written on. None for one of several fields of one declaration, which would all have it.</summary>
    public SyntaxNode? Target(ISymbol member) => flaw.Declarations(member).FirstOrDefault() switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: { } field } } => field,
        PropertyDeclarationSyntax property => property,
        ParameterSyntax parameter => parameter,
        _ => null,
    };

    /// <summary>Gives a member a number; or its name, where its type has names as keys.</summary>
    public Task AddKeyAsync(Edits edits, SyntaxNode target, ISymbol member, INamedTypeSymbol owner)
    {
        var value = HasNames(owner, member) ? Attributes.Text(member.Name) : Attributes.Number(edits.Keys.Next(owner));
        return AddAsync(edits, target, Key, Attributes.Positional(value));
    }

    public Task AddIgnoreAsync(Edits edits, SyntaxNode target) => AddAsync(edits, target, IgnoreMember);

    public async Task AddAsync(Edits edits, SyntaxNode target, string attribute, params AttributeArgumentSyntax[] arguments)
    {
        if (flaw.Compilation.GetTypeByMetadataName(attribute) is { } type)
        {
            await edits.ReplaceAsync(target, (current, spelling) => Attributes.Add(current, Attributes.Make(type, spelling, arguments), spelling)).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the other members of a type have names as their keys.</summary>
    public static bool HasNames(INamedTypeSymbol owner, ISymbol but)
    {
        for (var at = owner; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
            {
                if (!SymbolEqualityComparer.Default.Equals(member, but) && MemberKeys.Of(member, KeySource.Attributes) is { } key)
                {
                    return key.Name is not null;
                }
            }
        }

        return false;
    }
}
