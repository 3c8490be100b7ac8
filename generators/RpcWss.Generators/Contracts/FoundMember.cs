using Microsoft.CodeAnalysis;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>What a type sends, and the required members that it does not send.</summary>
internal sealed record FoundMembers(List<FoundMember> Members, List<string> RequiredIgnored);

/// <summary>A member with a key, before it is known what constructor makes the object.</summary>
/// <param name="Key">Its number, or where keys are names any number that no other member has.</param>
/// <param name="Name">Its name in a map, where keys are names.</param>
/// <param name="Setting">How it is set if the constructor does not take it; null when nothing can set it.</param>
/// <param name="Flaw">Why nothing can set it.</param>
/// <param name="Repair">What to do about that.</param>
internal sealed record FoundMember(
    ISymbol Symbol, int Key, string? Name, ITypeSymbol Type, ValueModel Value, bool IsRequired, MemberSetting? Setting, string? Flaw, string? Repair)
{
    public static FoundMember Of(ISymbol symbol, int key, string? name, ITypeSymbol type, ValueModel value, KeySource source)
    {
        bool required = symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
        return symbol switch
        {
            IFieldSymbol { IsReadOnly: false } => Settable(MemberSetting.Assigned),
            IFieldSymbol => Stuck("is readonly", "make it settable, or let the constructor take it"),
            IPropertySymbol { SetMethod: { DeclaredAccessibility: Accessibility.Public } setter } =>
                Settable(setter.IsInitOnly ? MemberSetting.Initialized : MemberSetting.Assigned),

            // A key asks for it. Where names are keys nobody did: MessagePack-CSharp's two standard resolvers differ in whether they send it.
            IPropertySymbol { SetMethod: not null } when source == KeySource.Attributes && !IsGeneric(symbol.ContainingType) => Settable(MemberSetting.Accessed),
            IPropertySymbol { SetMethod: not null } => Stuck("has no public setter", "make its setter public, or let the constructor take it"),
            IPropertySymbol property when IsAutomatic(property) =>
                Stuck("has no setter", "add one, or let the constructor take it"),
            _ => Settable(MemberSetting.Computed),
        };

        FoundMember Settable(MemberSetting setting) => new(symbol, key, name, type, value, required, setting, null, null);

        FoundMember Stuck(string flaw, string repair) => new(symbol, key, name, type, value, required, null, flaw, repair);
    }

    /// <summary>Whether a setter could only be reached through the open type.</summary>
    private static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsGeneric(outer));

    /// <summary>Whether the property stores what only a constructor could give it. Of a referenced assembly, that is not known.</summary>
    private static bool IsAutomatic(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property))
            {
                return true;
            }
        }

        return false;
    }
}
