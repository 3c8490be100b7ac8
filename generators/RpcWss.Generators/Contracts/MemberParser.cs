using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Finds the members of an object that are sent, with those of its bases.</summary>
internal sealed class MemberParser(DataParser data, Mentions mentions, FindingList findings, Places places)
{
    /// <summary>Every key below the highest costs a byte in each object, and a line here.</summary>
    private const int MaximumKey = 1023;

    private readonly SortedDictionary<int, FoundMember> _members = [];
    private readonly HashSet<ISymbol> _overridden = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _requiredIgnored = [];
    private bool _failed;

    /// <summary>The members by key, ascending; null when one of them was reported.</summary>
    public FoundMembers? Parse(INamedTypeSymbol type, Place use)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
            {
                if (IsCandidate(member))
                {
                    Visit(type, member, use);
                }
            }
        }

        return _failed ? null : new FoundMembers([.. _members.Values], _requiredIgnored);
    }

    private bool IsCandidate(ISymbol member)
    {
        if (member is IPropertySymbol { OverriddenProperty: { } overridden })
        {
            _overridden.Add(overridden);
        }

        return !member.IsStatic && !_overridden.Contains(member) && member switch
        {
            IPropertySymbol property => !property.IsIndexer && property.ExplicitInterfaceImplementations.IsEmpty,
            IFieldSymbol field => !field.IsImplicitlyDeclared,
            _ => false,
        };
    }

    private void Visit(INamedTypeSymbol owner, ISymbol member, Place use)
    {
        var key = Inherited(member, "MessagePack.KeyAttribute");
        bool isPublic = member is IPropertySymbol property
            ? property.GetMethod?.DeclaredAccessibility == Accessibility.Public || property.SetMethod?.DeclaredAccessibility == Accessibility.Public
            : member.DeclaredAccessibility == Accessibility.Public;
        if (IsIgnored(member) || (!isPublic && key is null))
        {
            if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
            {
                mentions.Use(member);
                _requiredIgnored.Add(Mentions.Escape(member.Name));
            }

            return;
        }

        var place = places.Data(member, use);
        if (key is null)
        {
            Fail(Rules.MemberWithoutKey, place, Show(member), Show(owner));
        }
        else if (!isPublic)
        {
            Fail(Rules.MemberNotSettable, place, Show(member), "is not public", "make it public, or remove the key");
        }
        else if (Inherited(member, "MessagePack.MessagePackFormatterAttribute") is not null)
        {
            Fail(Rules.DataFeature, place, Show(member), "[MessagePackFormatter]", "use a type that needs none");
        }
        else if (key.ConstructorArguments is not [{ Value: int number }])
        {
            Fail(Rules.DataFeature, place, Show(member), "a name as its key", "give it a number: [Key(n)]");
        }
        else if (!_names.Add(member.Name))
        {
            Fail(Rules.DataFeature, place, Show(member), "a name that a derived type uses again", "rename one of the two");
        }
        else if (number is < 0 or > MaximumKey)
        {
            Fail(Rules.BadKey, place, number, Show(member), $"is out of range; use 0 to {MaximumKey}");
        }
        else if (_members.TryGetValue(number, out var other))
        {
            Fail(Rules.BadKey, place, number, Show(member), $"is that of '{Show(other.Symbol)}' too; give each member a number of its own");
        }
        else if (Mentions.IsObsoleteError(member))
        {
            Fail(Rules.MemberNotSettable, place, Show(member), "is obsolete as an error", "make that a warning, or mark it with [IgnoreMember]");
        }
        else
        {
            Accept(member, number, place);
        }
    }

    private void Accept(ISymbol member, int key, Place place)
    {
        var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        if (data.Value(type, place, $"'{Show(member)}'") is not { } value)
        {
            _failed = true;
            return;
        }

        if (member is IPropertySymbol { GetMethod: not { DeclaredAccessibility: Accessibility.Public } })
        {
            Fail(Rules.MemberNotSettable, place, Show(member), "has no public getter", "add one, or mark it with [IgnoreMember]");
            return;
        }

        mentions.Use(member);
        _members.Add(key, FoundMember.Of(member, key, type, value));
    }

    private void Fail(DiagnosticDescriptor rule, Place place, params object[] arguments)
    {
        findings.Add(rule, place, arguments);
        _failed = true;
    }

    private static bool IsIgnored(ISymbol member) =>
        Inherited(member, "MessagePack.IgnoreMemberAttribute") is not null
        || Inherited(member, "System.Runtime.Serialization.IgnoreDataMemberAttribute") is not null
        || member.Attribute("System.NonSerializedAttribute") is not null;

    /// <summary>An attribute of the member, or of the one that it overrides.</summary>
    private static AttributeData? Inherited(ISymbol member, string attribute) =>
        member.Attribute(attribute) ?? (member is IPropertySymbol { OverriddenProperty: { } overridden } ? Inherited(overridden, attribute) : null);

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
