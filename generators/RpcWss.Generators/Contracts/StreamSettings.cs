using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Reads <c>[RpcStream]</c>, and says where it has no meaning.</summary>
internal sealed class StreamSettings(FindingList findings, Places places)
{
    private const int DefaultCapacity = 64;

    public (SlowConsumer WhenSlow, int Capacity) Of(IMethodSymbol method, AttributeData? attribute)
    {
        if (attribute is null)
        {
            return (SlowConsumer.Wait, DefaultCapacity);
        }

        int whenSlow = attribute.Named("WhenSlow") is { Value: int mode } ? mode : 0;
        if (whenSlow is < (int)SlowConsumer.Wait or > (int)SlowConsumer.Fail)
        {
            findings.Add(Rules.SettingOutOfRange, places.Argument(method, attribute, "WhenSlow"), "WhenSlow", whenSlow, "write a member of RpcSlowConsumer");
        }

        int capacity = attribute.Named("Capacity") is { Value: int items } ? items : DefaultCapacity;
        if (capacity < 1)
        {
            findings.Add(Rules.SettingOutOfRange, places.Argument(method, attribute, "Capacity"), "Capacity", capacity, "write 1 or more, or leave it out for 64");
        }

        return ((SlowConsumer)whenSlow, whenSlow == (int)SlowConsumer.LatestOnly ? 1 : capacity);
    }

    /// <summary>Refuses the attribute on what is no stream of items.</summary>
    public void CheckNone(IMethodSymbol method, AttributeData? attribute, Subject user)
    {
        if (attribute is not null)
        {
            findings.Add(Rules.StreamSettingsMisplaced, places.Attribute(method, attribute), user);
        }
    }

    /// <summary>The value of <c>MaxPayloadSize</c> in the attribute of a contract or method; 0 when it says nothing.</summary>
    public static int MaxPayloadSize(ISymbol owner, AttributeData? attribute, FindingList findings, Places places)
    {
        int size = attribute?.Named("MaxPayloadSize") is { Value: int bytes } ? bytes : 0;
        if (size < 0)
        {
            findings.Add(
                Rules.SettingOutOfRange, places.Argument(owner, attribute!, "MaxPayloadSize"), "MaxPayloadSize", size,
                "write a number of bytes, or leave it out for the connection's limit");
        }

        return size;
    }
}
