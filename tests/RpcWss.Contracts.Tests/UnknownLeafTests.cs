using System.Text;
using MessagePack.Resolvers;

namespace RpcWss.Contracts.Tests;

/// <summary>Where the documentation says that bytes are ours, MessagePack 2.5 has none. Version 3 has some: its own tests take the place of these.</summary>
public sealed class UnknownLeafTests
{
    public static TheoryData<Type> Unknown => [typeof(Int128), typeof(UInt128), typeof(Rune), typeof(Index), typeof(Range)];

    [Theory]
    [MemberData(nameof(Unknown))]
    public void What_has_bytes_of_our_own_has_none_of_MessagePack(Type type) =>
        Assert.ThrowsAny<Exception>(() => StandardResolver.Instance.GetFormatterDynamic(type) ?? throw new FormatterNotRegisteredException("none"));
}
