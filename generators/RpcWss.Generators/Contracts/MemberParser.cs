using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Finds the members of an object that are sent, with those of its bases.</summary>
internal sealed class MemberParser(KeySource source, DataParser data, Mentions mentions, FindingList findings, Places places)
{
    /// <summary>Every key below the highest costs a byte in each object, and a line here.</summary>
    private const int MaximumKey = 1023;

    private readonly List<(FoundMember Member, int Level)> _members = [];
    private readonly HashSet<ISymbol> _overridden = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _requiredIgnored = [];
    private bool _failed;

    /// <summary>The members in the order in which they are written; null when one of them was reported.</summary>
    public FoundMembers? Parse(INamedTypeSymbol type, Place use)
    {
        int level = 0;
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType, level++)
        {
            foreach (var member in at.GetMembers())
            {
                if (IsCandidate(member))
                {
                    Visit(type, member, level, use);
                }
            }
        }

        return _failed ? null : new FoundMembers(Ordered(), _requiredIgnored);
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

    private void Visit(INamedTypeSymbol owner, ISymbol member, int level, Place use)
    {
        var key = MemberKeys.Of(member, source);
        bool isPublic = MemberKeys.IsPublic(member);
        if (MemberKeys.IsIgnored(member) || (key is null && (!isPublic || source == KeySource.DataContract)))
        {
            if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
            {
                mentions.Use(member);
                _requiredIgnored.Add(Mentions.Escape(member.Name));
            }

            return;
        }

        var place = places.Data(member, use);
        if (key is not { } present)
        {
            Fail(owner, Rules.MemberWithoutKey, place, Show(member), Show(owner));
        }
        else if (!isPublic)
        {
            Fail(Rules.MemberNotSettable, place, Show(member), "is not public", "make it public, or remove the key");
        }
        else if (!_names.Add(member.Name))
        {
            Fail(Rules.DataFeature, place, Show(member), "a name that a derived type uses again", "rename one of the two");
        }
        else if (present.Number is < 0 or > MaximumKey)
        {
            Fail(owner, Rules.BadKey, place, present.Number, Show(member), $"is out of range; use 0 to {MaximumKey}");
        }
        else if (Mixes(present))
        {
            Fail(owner, Rules.BadKey, place, Text(present), Show(member), "is a number where others are names, or the other way round; use one kind of keys in a type");
        }
        else if (Other(present) is { } other)
        {
            Fail(owner, Rules.BadKey, place, Text(present), Show(member), $"is that of '{Show(other.Symbol)}' too; give each member a {(present.Name is null ? "number" : "name")} of its own");
        }
        else if (Mentions.IsObsoleteError(member))
        {
            Fail(Rules.MemberNotSettable, place, Show(member), "is obsolete as an error", "make that a warning, or mark it with [IgnoreMember]");
        }
        else
        {
            Accept(member, present, level, place);
        }
    }

    private void Accept(ISymbol member, MemberKey key, int level, Place place)
    {
        var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        var value = MemberKeys.Inherited(member, FormatterParser.Attribute) is { } formatter
            ? data.Custom(type, formatter, place, Subject.Member(member))
            : data.Value(type, place, Subject.Member(member));
        if (value is null)
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
        _members.Add((FoundMember.Of(member, key.Number ?? _members.Count, key.Name, type, value, source), level));
    }

    private bool Mixes(MemberKey key) => _members.Count > 0 && (_members[0].Member.Name is null) != (key.Name is null);

    private FoundMember? Other(MemberKey key) =>
        _members.Find(other => key.Name is null ? other.Member.Key == key.Number : other.Member.Name == key.Name).Member;

    /// <summary>
    /// By number, or, where keys are names, as MessagePack-CSharp has it: bases first, and properties before fields, either of each
    /// type or, where members carry their names, of all types.
    /// </summary>
    private List<FoundMember> Ordered()
    {
        var ordered = new List<(FoundMember Member, int Level)>(_members);
        ordered.Sort((left, right) =>
        {
            if (left.Member.Name is null)
            {
                return left.Member.Key.CompareTo(right.Member.Key);
            }

            int byOrder = MemberKeys.Order(left.Member.Symbol).CompareTo(MemberKeys.Order(right.Member.Symbol));
            int byLevel = right.Level.CompareTo(left.Level);
            int byKind = (left.Member.Symbol is IFieldSymbol).CompareTo(right.Member.Symbol is IFieldSymbol);
            var (first, second) = source == KeySource.MemberNames ? (byLevel, byKind) : (byKind, byLevel);
            return byOrder != 0 ? byOrder : first != 0 ? first : second != 0 ? second : left.Member.Key.CompareTo(right.Member.Key);
        });

        return ordered.ConvertAll(static found => found.Member);
    }

    private static string Text(MemberKey key) => key.Name is null ? $"{key.Number}" : $"'{key.Name}'";

    /// <summary>Reports a key, which has to fit those of all members of a type.</summary>
    private void Fail(INamedTypeSymbol owner, DiagnosticDescriptor rule, Place place, params object[] arguments)
    {
        findings.AddAbout(owner, rule, place, arguments);
        _failed = true;
    }

    private void Fail(DiagnosticDescriptor rule, Place place, params object[] arguments)
    {
        findings.Add(rule, place, arguments);
        _failed = true;
    }

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
