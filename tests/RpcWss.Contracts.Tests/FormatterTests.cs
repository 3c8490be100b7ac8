using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Formatters of the user write types and members, as they do in MessagePack-CSharp.</summary>
public sealed class FormatterTests
{
    private static readonly Echo<IFormatted> _echo = new(new Formatted());
    private static readonly Cases _cases = Make();

    public static TheoryData<string> Names => _cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_formatted_value_has_the_same_bytes(string name) => _cases[name]();

    [Fact]
    public async Task A_formatter_that_throws_makes_an_invalid_argument()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IFormatted>(new Formatted());
        wire.Rewrite = static _ => new byte[] { 0x91, 0xA1, (byte)'x' };

        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.Money(default))).StatusCode);
    }

    private static Cases Make()
    {
        var cases = new Cases();
        var proxy = _echo.Proxy;
        cases.Same<IFormatted, Money>(_echo, proxy.Money, new Money(5), new Money(-7));
        cases.Same<IFormatted, Money?>(_echo, proxy.Maybe, null, new Money(5));
        cases.Same<IFormatted, List<Money>>(_echo, proxy.Money2, [], [new Money(5), default]);
        cases.Same<IFormatted, Secret?>(_echo, proxy.Text, null, new Secret("abc"));
        cases.Same<IFormatted, Wrapped<int>>(_echo, proxy.Wrapped, new Wrapped<int> { Value = 5 });
        cases.Same<IFormatted, Mood>(_echo, proxy.Mood, Mood.Good, Mood.Bad);
        cases.Same<IFormatted, Annotated>(_echo, proxy.Member, new Annotated { Text = DayOfWeek.Friday, Number = DayOfWeek.Friday, Native = new DateTime(2026, 11, 23, 1, 2, 3, DateTimeKind.Local) });
        cases.Same<IFormatted, AnnotatedMap>(_echo, proxy.Named, new AnnotatedMap(Guid.AllBitsSet, new Money(3)));
        return cases;
    }
}
