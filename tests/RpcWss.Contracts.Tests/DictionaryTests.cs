using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Dictionaries beyond the usual ones, lazy values and tuples have MessagePack-CSharp's bytes.</summary>
public sealed class DictionaryTests
{
    private static readonly Echo<IDictionaries> _echo = new(new Dictionaries());
    private static readonly Cases _cases = Make();

    public static TheoryData<string> Names => _cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_dictionary_or_tuple_has_the_same_bytes(string name) => _cases[name]();

    [Fact]
    public async Task A_frozen_dictionary_is_a_map()
    {
        await _echo.SameAs<FrozenDictionary<string, int>, Dictionary<string, int>>(_echo.Proxy.Frozen, new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary(), new() { ["a"] = 1 });
        var many = await _echo.Proxy.FrozenNumbers(Enumerable.Range(0, 3000).ToFrozenDictionary(number => (long)number));

        Assert.Equal(3000, many.Count);
        Assert.NotSame(EqualityComparer<long>.Default, many.Comparer);
    }

    [Fact]
    public async Task Dictionaries_arrive_whole_and_are_hashed_with_a_seed()
    {
        var concurrent = await _echo.Proxy.Concurrent(new(Enumerable.Range(0, 3000).Select(number => KeyValuePair.Create((long)number, $"{number}"))));
        var immutable = await _echo.Proxy.Immutable(Enumerable.Range(0, 3000).ToImmutableDictionary(number => (decimal)number));

        Assert.Equal(3000, concurrent.Count);
        Assert.Equal("7", concurrent[7]);
        Assert.NotSame(EqualityComparer<long>.Default, concurrent.Comparer);
        Assert.Equal(7, immutable[7.00m]);
        Assert.NotSame(EqualityComparer<decimal>.Default, immutable.KeyComparer);
    }

    [Fact]
    public async Task A_lazy_value_is_made_when_it_is_written_and_is_made_when_it_was_read()
    {
        var lazy = new Lazy<int>(static () => 5);

        var back = await _echo.Proxy.Lazy(lazy);

        Assert.True(lazy.IsValueCreated);
        Assert.True(back!.IsValueCreated);
        Assert.Equal(5, back.Value);
    }

    [Theory]
    [InlineData(0x91)]
    [InlineData(0x93)]
    public async Task A_tuple_has_exactly_its_length(byte header)
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IDictionaries>(new Dictionaries());
        wire.Rewrite = _ => new byte[] { 0x91, header, 1, 0xC0, 0xC0 };

        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.Tuple2(new(1, null)))).StatusCode);
    }

    private static Cases Make()
    {
        var cases = new Cases();
        var proxy = _echo.Proxy;
        cases.Same<IDictionaries, SortedDictionary<string, int>?>(_echo, proxy.Sorted, null, [], new() { ["b"] = 1, ["a"] = 2 });
        cases.Same<IDictionaries, SortedList<int, string?>>(_echo, proxy.SortedList, [], new() { [5] = "a", [3] = null });
        cases.Same<IDictionaries, OrderedDictionary<string, int>>(_echo, proxy.Ordered, [], new() { ["b"] = 1, ["a"] = 2 });
        cases.Same<IDictionaries, ReadOnlyDictionary<Guid, int>>(_echo, proxy.ReadOnly, new ReadOnlyDictionary<Guid, int>(new Dictionary<Guid, int> { [Guid.AllBitsSet] = 1, [Guid.Empty] = 2 }));
        cases.Same<IDictionaries, ConcurrentDictionary<long, string>>(_echo, proxy.Concurrent, [], new(1, [KeyValuePair.Create(5L, "a")], null));
        cases.Same<IDictionaries, ImmutableDictionary<decimal, int>>(_echo, proxy.Immutable, ImmutableDictionary<decimal, int>.Empty, ImmutableDictionary<decimal, int>.Empty.Add(1.5m, 2));
        cases.Same<IDictionaries, ImmutableSortedDictionary<int, int>>(_echo, proxy.ImmutableSorted, ImmutableSortedDictionary<int, int>.Empty.Add(2, 1).Add(1, 2));
        cases.Same<IDictionaries, IImmutableDictionary<string, int>>(_echo, proxy.IImmutable, ImmutableDictionary<string, int>.Empty.Add("a", 2));
        cases.Same<IDictionaries, Lazy<int>?>(_echo, proxy.Lazy, null, new Lazy<int>(() => 3));
        cases.Same<IDictionaries, Lazy<string?>?>(_echo, proxy.LazyText, new Lazy<string?>("a"), new Lazy<string?>((string?)null));
        cases.Same<IDictionaries, Lazy<bool>>(_echo, proxy.LazyTruth, new Lazy<bool>(static () => true), new Lazy<bool>(static () => false));
        cases.Same<IDictionaries, Lazy<Point>>(_echo, proxy.LazyPoint, new Lazy<Point>(new Point(1, 2)));
        cases.Same<IDictionaries, Tuple<int>?>(_echo, proxy.Tuple1, null, Tuple.Create(1));
        cases.Same<IDictionaries, Tuple<int, string?>>(_echo, proxy.Tuple2, Tuple.Create(1, (string?)"a"), Tuple.Create(1, (string?)null));
        cases.Same<IDictionaries, Tuple<int, int, int[]>>(_echo, proxy.Tuple3, Tuple.Create(1, 2, new[] { 3 }));
        cases.Same<IDictionaries, Tuple<int, int, int, Guid>>(_echo, proxy.Tuple4, Tuple.Create(1, 2, 3, Guid.Empty));
        cases.Same<IDictionaries, Tuple<int, int, int, int, int>>(_echo, proxy.Tuple5, Tuple.Create(1, 2, 3, 4, 5));
        cases.Same<IDictionaries, Tuple<int, int, int, int, int, int>>(_echo, proxy.Tuple6, Tuple.Create(1, 2, 3, 4, 5, 6));
        cases.Same<IDictionaries, Tuple<int, int, int, int, int, int, int>>(_echo, proxy.Tuple7, Tuple.Create(1, 2, 3, 4, 5, 6, 7));
        cases.Same<IDictionaries, Tuple<int, int, int, int, int, int, int, Tuple<string>>>(_echo, proxy.Tuple8, Tuple.Create(1, 2, 3, 4, 5, 6, 7, "8"));
        cases.Same<IDictionaries, (int, int, string)>(_echo, proxy.Value3, (1, 2, "a"));
        cases.Same<IDictionaries, (int, int, int, int, int, int, int)>(_echo, proxy.Value7, (1, 2, 3, 4, 5, 6, 7));
        cases.Same<IDictionaries, (int, int, int, int, int, int, int, int)>(_echo, proxy.Value8, (1, 2, 3, 4, 5, 6, 7, 8));
        cases.Same<IDictionaries, (int, int, int, int, int, int, int, int, int, int, int, int, int, int, string)>(_echo, proxy.Value15, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, "15"));
        cases.Same<IDictionaries, List<KeyValuePair<string?, Point>>>(_echo, proxy.Pairs, [KeyValuePair.Create((string?)null, new Point(1, 2))]);
        return cases;
    }
}
