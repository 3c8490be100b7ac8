using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Reads a <c>[MessagePackObject]</c> type by the rules of MessagePack-CSharp's standard resolver.</summary>
internal sealed class ObjectParser(DataParser data, Mentions mentions, FindingList findings, Places places)
{
    public ObjectData? Parse(INamedTypeSymbol type, FormatterName name, Place use, Subject user)
    {
        if (!IsObject(type, use, user, out var source))
        {
            return null;
        }

        string plain = mentions.Plain(type);
        if (new MemberParser(source, data, mentions, findings, places).Parse(type, use) is not { } found)
        {
            return null;
        }

        if (ConstructorMatch.Find(type, found.Members, data.Compilation) is not { } match)
        {
            findings.AddAbout(type, Rules.CannotBeMade, places.Data(type, use), Show(type), ConstructorMatch.Explain(type));
            return null;
        }

        mentions.Use(match.Constructor);
        bool isMap = source == KeySource.MemberNames || (found.Members.Count > 0 && found.Members[0].Name is not null);
        var members = new List<MemberModel>();
        bool failed = false;
        foreach (var member in found.Members)
        {
            if (Setting(member, match) is { } setting)
            {
                if (setting == MemberSetting.Computed && source == KeySource.MemberNames)
                {
                    // Nobody asked for it by name, and nobody would read it.
                    continue;
                }

                members.Add(new MemberModel(member.Key, member.Name, Mentions.Escape(member.Symbol.Name), mentions.Plain(member.Type), member.Value, setting,
                    setting == MemberSetting.Accessed ? mentions.Plain(member.Symbol.ContainingType) : ""));
            }
            else
            {
                findings.Add(Rules.MemberNotSettable, places.Data(member.Symbol, use), Show(member.Symbol), member.Flaw!, member.Repair!);
                failed = true;
            }
        }

        return failed
            ? null
            : new ObjectData(
                name, plain, mentions.Needs, !type.IsValueType, isMap, isMap || members.Count == 0 ? members.Count : members[members.Count - 1].Key + 1, new(members),
                new(match.Arguments(mentions)), new(match.SetsRequired ? [] : found.RequiredIgnored), CallbacksOf(type), IsRecursive: false);
    }

    private bool IsObject(INamedTypeSymbol type, Place use, Subject user, out KeySource source)
    {
        source = KeySource.Attributes;
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            findings.Add(Rules.CannotBeSent, use, user, Show(type), "it is abstract, so the other side would not know what to make; use a type that can be made, or name the cases with [Union]");
            return false;
        }

        if (MemberKeys.Source(type) is { } found)
        {
            source = found;
            return true;
        }

        if (type.Locations.FirstOrNull() is { IsInSource: true })
        {
            findings.AddAbout(type, Rules.NotMessagePackObject, use, user, Show(type));
        }
        else
        {
            findings.Add(Rules.CannotBeSent, use, user, Show(type), "it does not say how it is written; send a type of your own with the same data");
        }

        return false;
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
