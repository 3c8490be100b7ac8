using System.Reflection;
using System.Runtime.Serialization;
using MessagePack;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>A property or field of a data type that crosses the wire, found by its attributes and not by what was generated.</summary>
internal sealed record WireMember(MemberInfo Info)
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    public string Name => Info.Name;

    public Type Type => Info is PropertyInfo property ? property.PropertyType : ((FieldInfo)Info).FieldType;

    public bool CanSet => Info is PropertyInfo property ? property.SetMethod is not null : Info is FieldInfo { IsInitOnly: false };

    /// <summary>The type as the declaration writes it, with type parameters.</summary>
    public Type Open => Info.DeclaringType is { IsGenericType: true } owner
        ? new WireMember(owner.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(Info)).Type
        : Type;

    public static bool IsData(Type type) =>
        type.IsDefined(typeof(MessagePackObjectAttribute), false) || type.IsDefined(typeof(DataContractAttribute), false);

    public static IReadOnlyList<WireMember> Of(Type type)
    {
        bool byName = type.GetCustomAttribute<MessagePackObjectAttribute>()?.KeyAsPropertyName == true;
        var members = new Dictionary<string, WireMember>(StringComparer.Ordinal);
        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var info in level.GetMembers(Instance | BindingFlags.DeclaredOnly))
            {
                if (IsSent(info, byName) && !members.ContainsKey(info.Name))
                {
                    members.Add(info.Name, new WireMember(info));
                }
            }
        }

        return [.. members.Values];
    }

    public object? Get(object owner) => Info is PropertyInfo property ? property.GetValue(owner) : ((FieldInfo)Info).GetValue(owner);

    public void Set(object owner, object? value)
    {
        if (Info is PropertyInfo property)
        {
            property.SetValue(owner, value);
        }
        else
        {
            ((FieldInfo)Info).SetValue(owner, value);
        }
    }

    private static bool IsSent(MemberInfo info, bool byName)
    {
        bool isPublic = info switch
        {
            PropertyInfo { GetMethod: { } getter } property => getter.IsPublic && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRef,
            FieldInfo field => field.IsPublic,
            _ => false,
        };
        return isPublic && !info.IsDefined(typeof(IgnoreMemberAttribute), true)
            && (byName || info.IsDefined(typeof(KeyAttribute), true) || info.IsDefined(typeof(DataMemberAttribute), true));
    }
}
