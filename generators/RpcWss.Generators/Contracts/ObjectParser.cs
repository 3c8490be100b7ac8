using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Reads a <c>[MessagePackObject]</c> type by the rules of MessagePack-CSharp's standard resolver.</summary>
internal sealed class ObjectParser(DataParser data, Mentions mentions, FindingList findings, Places places)
{
    public ObjectData? Parse(INamedTypeSymbol type, FormatterName name, Place use, string user)
    {
        if (!IsObject(type, use, user))
        {
            return null;
        }

        string plain = mentions.Plain(type);
        if (new MemberParser(data, mentions, findings, places).Parse(type, use) is not { } found)
        {
            return null;
        }

        if (ConstructorMatch.Find(type, found.Members, data.Compilation) is not { } match)
        {
            findings.Add(Rules.CannotBeMade, places.Data(type, use), Show(type), ConstructorMatch.Explain(type));
            return null;
        }

        mentions.Use(match.Constructor);
        var members = new List<MemberModel>();
        foreach (var member in found.Members)
        {
            if (Setting(member, match) is { } setting)
            {
                members.Add(new MemberModel(member.Key, Mentions.Escape(member.Symbol.Name), mentions.Plain(member.Type), member.Value, setting));
            }
            else
            {
                findings.Add(Rules.MemberNotSettable, places.Data(member.Symbol, use), Show(member.Symbol), member.Flaw!, member.Repair!);
            }
        }

        return members.Count < found.Members.Count
            ? null
            : new ObjectData(
                name, plain, mentions.Needs, !type.IsValueType, members.Count == 0 ? 0 : members[members.Count - 1].Key + 1, new(members),
                new(match.Arguments(mentions)), new(match.SetsRequired ? [] : found.RequiredIgnored), CallbacksOf(type), IsRecursive: false);
    }

    /// <summary>The attribute of the type or of the nearest base, which it is inherited from.</summary>
    public static AttributeData? ObjectAttribute(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at.Attribute("MessagePack.MessagePackObjectAttribute") is { } attribute)
            {
                return attribute;
            }
        }

        return null;
    }

    private bool IsObject(INamedTypeSymbol type, Place use, string user)
    {
        if (type.Attribute("MessagePack.MessagePackFormatterAttribute") is not null)
        {
            findings.Add(Rules.DataFeature, places.Data(type, use), Show(type), "[MessagePackFormatter]", "use [MessagePackObject] with [Key(n)]");
            return false;
        }

        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            if (type.Attribute("MessagePack.UnionAttribute") is not null)
            {
                findings.Add(Rules.DataFeature, places.Data(type, use), Show(type), "[Union]", "use a type with one nullable member for each case");
            }
            else
            {
                findings.Add(Rules.CannotBeSent, use, user, Show(type), "it is abstract, so the other side would not know what to make; use a type that can be made");
            }

            return false;
        }

        if (ObjectAttribute(type) is not { } attribute)
        {
            if (type.Locations.FirstOrNull() is { IsInSource: true })
            {
                findings.Add(Rules.NotMessagePackObject, use, user, Show(type));
            }
            else
            {
                findings.Add(Rules.CannotBeSent, use, user, Show(type), "it does not say how it is written; send a type of your own with the same data");
            }

            return false;
        }

        if (attribute.ConstructorArguments is [{ Value: true }])
        {
            findings.Add(Rules.DataFeature, places.Data(type, use), Show(type), "names as keys", "write [MessagePackObject] and give each member a [Key(n)]");
            return false;
        }

        return true;
    }

    /// <summary>Null when a member that has a key would never get what was sent.</summary>
    private static MemberSetting? Setting(FoundMember member, ConstructorMatch match)
    {
        bool constructed = match.Takes(member);
        if (member.IsRequired && !match.SetsRequired)
        {
            return MemberSetting.Required;
        }

        return constructed ? MemberSetting.Constructed : member.Setting;
    }

    private static Callbacks CallbacksOf(INamedTypeSymbol type)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Is("MessagePack.IMessagePackSerializationCallbackReceiver"))
            {
                foreach (var method in implemented.GetMembers())
                {
                    if (type.FindImplementationForInterfaceMember(method) is not IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: true })
                    {
                        return Callbacks.Interface;
                    }
                }

                return Callbacks.Direct;
            }
        }

        return Callbacks.None;
    }

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
