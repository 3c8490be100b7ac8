using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>The key of a member: its place in an array, or its name in a map.</summary>
internal readonly record struct MemberKey(int? Number, string? Name);

/// <summary>Where the members of a type have their keys from.</summary>
internal enum KeySource
{
    /// <summary><c>[Key]</c> on each member.</summary>
    Attributes,

    /// <summary>The names of the members: <c>[MessagePackObject(keyAsPropertyName: true)]</c>.</summary>
    MemberNames,

    /// <summary><c>[DataMember]</c> on the members of a <c>[DataContract]</c>; others are not sent.</summary>
    DataContract,
}

/// <summary>Finds the keys of members by the rules of MessagePack-CSharp's standard resolver.</summary>
internal static class MemberKeys
{
    private const string DataMember = "System.Runtime.Serialization.DataMemberAttribute";

    /// <summary>Null when the type does not say how it is written.</summary>
    public static KeySource? Source(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at.Attribute("MessagePack.MessagePackObjectAttribute") is { } attribute)
            {
                return attribute.ConstructorArguments is [{ Value: true }] ? KeySource.MemberNames : KeySource.Attributes;
            }
        }

        return type.Attribute("System.Runtime.Serialization.DataContractAttribute") is null ? null : KeySource.DataContract;
    }

    /// <summary>Null when the member has none.</summary>
    public static MemberKey? Of(ISymbol member, KeySource source)
    {
        if (source == KeySource.MemberNames)
        {
            return IsPublic(member) ? new MemberKey(null, member.Name) : null;
        }

        if (source == KeySource.Attributes)
        {
            return Inherited(member, "MessagePack.KeyAttribute") is { ConstructorArguments: [var key] }
                ? new MemberKey(key.Value as int?, key.Value as string)
                : null;
        }

        if (Inherited(member, DataMember) is not { } attribute)
        {
            return null;
        }

        return attribute.Named("Order") is { Value: int and not -1 and var order }
            ? new MemberKey((int)order, null)
            : new MemberKey(null, attribute.Named("Name") is { Value: string name } ? name : member.Name);
    }

    /// <summary>Where a member with a name as its key stands in the map: those with an order first, others as they are declared.</summary>
    public static int Order(ISymbol member) => Inherited(member, DataMember) is not { } attribute ? int.MaxValue
        : attribute.Named("Order") is { Value: int order } ? order
        : -1;

    public static bool IsPublic(ISymbol member) => member is IPropertySymbol property
        ? property.GetMethod?.DeclaredAccessibility == Accessibility.Public || property.SetMethod?.DeclaredAccessibility == Accessibility.Public
        : member.DeclaredAccessibility == Accessibility.Public;

    public static bool IsIgnored(ISymbol member) =>
        Inherited(member, "MessagePack.IgnoreMemberAttribute") is not null
        || Inherited(member, "System.Runtime.Serialization.IgnoreDataMemberAttribute") is not null
        || member.Attribute("System.NonSerializedAttribute") is not null;

    /// <summary>An attribute of the member, or of the one that it overrides.</summary>
    public static AttributeData? Inherited(ISymbol member, string attribute) =>
        member.Attribute(attribute) ?? (member is IPropertySymbol { OverriddenProperty: { } overridden } ? Inherited(overridden, attribute) : null);
}
