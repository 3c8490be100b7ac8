using CsCheck;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Lookups and their groups have MessagePack-CSharp's bytes.</summary>
public sealed class LookupTests
{
    private readonly Echo<ILookups> _echo = new(new Lookups());

    [Fact]
    public async Task Lookups_and_groups()
    {
        await _echo.SameAsMessagePack<ILookup<int, string?>?>(_echo.Proxy.Lookup, null, Of<string?>(), Of<string?>((1, "a"), (2, null), (1, "c")));
        await _echo.SameAsMessagePack<IGrouping<string, Point>?>(_echo.Proxy.Grouping, null, new[] { new Point(1, 2), new Point(3, 4) }.GroupBy(static _ => "key").Single());
        await _echo.SameAsMessagePack<ILookup<Guid, ILookup<byte, int>>>(_echo.Proxy.Nested, new[] { (Guid.AllBitsSet, new[] { 1, 2, 1 }.ToLookup(static item => (byte)item)) }.ToLookup(static pair => pair.Item1, static pair => pair.Item2));
    }

    [Fact]
    public async Task A_lookup_finds_what_was_grouped()
    {
        var back = (await _echo.Proxy.Lookup(Of<string?>((1, "a"), (2, "b"), (1, "c"))))!;

        Assert.Equal(2, back.Count);
        Assert.Equal(["a", "c"], back[1]);
        Assert.Empty(back[3]);
    }

    [Fact]
    public Task Random_lookups_have_the_same_bytes() => Gen.Select(Gen.Int[0, 5], Gen.String.Null()).Array[0, 20].SampleAsync(
        static async items =>
        {
            var echo = new Echo<ILookups>(new Lookups());
            await echo.SameAsMessagePack<ILookup<int, string?>?>(echo.Proxy.Lookup, Of(items));
        },
        iter: 200);

    [Fact]
    public async Task Keys_of_numbers_are_hashed_with_a_seed()
    {
        var many = Enumerable.Range(0, 5000).ToLookup(static number => (long)number << 32);

        Assert.Equal(many.Select(static group => group.Key), (await _echo.Proxy.Numbers(many)).Select(static group => group.Key));
    }

    [Theory]
    [InlineData("nil in the place of a group")]
    [InlineData("nil in the place of its items")]
    public async Task What_is_no_group_fails_the_call(string message)
    {
        var (proxy, wire) = LoopbackInvoker.Connect<ILookups>(new Lookups());
        object?[] group = message.EndsWith("group", StringComparison.Ordinal) ? [null] : [new object?[] { 1, null }];
        wire.Rewrite = _ => MessagePackSerializer.Serialize(new object[] { group });

        var error = await Assert.ThrowsAsync<RpcException>(() => proxy.Lookup(null));

        Assert.Equal(RpcStatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    private static ILookup<int, T> Of<T>(params (int Key, T Item)[] items) => items.ToLookup(static pair => pair.Key, static pair => pair.Item);
}
