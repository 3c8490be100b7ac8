using System.Numerics;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Collections and tuples have MessagePack-CSharp's bytes.</summary>
public sealed class CollectionTests
{
    private readonly Echo<ICollections> _echo = new(new Collections());

    [Fact]
    public async Task Arrays()
    {
        await _echo.SameAsMessagePack<int[]?>(_echo.Proxy.Array, null, [], [1, -2, 300], [.. Enumerable.Range(0, 100_000)]);
        await _echo.SameAsMessagePack<string?[]?>(_echo.Proxy.Texts, null, [], ["a", null, "b"]);
        await _echo.SameAsMessagePack<byte[][]?>(_echo.Proxy.Jagged, null, [[1, 2], [], [3]]);
        await _echo.SameAsMessagePack<int?[]>(_echo.Proxy.Nullables, [], [1, null, 2]);
        await _echo.SameAsMessagePack<DateTime[]>(_echo.Proxy.Times, [], [DateTime.UnixEpoch]);
        await _echo.SameAsMessagePack<char[]>(_echo.Proxy.Chars, ['a', '\uffff']);
        await _echo.SameAsMessagePack<sbyte[]>(_echo.Proxy.SBytes, [-1, 1]);
    }

    [Fact]
    public async Task Lists_and_their_interfaces()
    {
        await _echo.SameAsMessagePack<List<int>?>(_echo.Proxy.List, null, [], [1, 2, 3], [.. Enumerable.Range(0, 70_000)]);
        await _echo.SameAsMessagePack<List<byte>>(_echo.Proxy.ListOfBytes, [], [1, 200]);
        await _echo.SameAsMessagePack<IList<string>>(_echo.Proxy.IList, new List<string> { "a" }, new[] { "b", "c" });
        await _echo.SameAsMessagePack<ICollection<Guid>>(_echo.Proxy.ICollection, new HashSet<Guid> { Guid.Empty });
        await _echo.SameAsMessagePack<IReadOnlyList<long>>(_echo.Proxy.IReadOnlyList, new long[] { 1, 2 });
        await _echo.SameAsMessagePack<IReadOnlyCollection<double>>(_echo.Proxy.IReadOnlyCollection, new Queue<double>([1.5]));
        await _echo.SameAsMessagePack<IEnumerable<int>>(_echo.Proxy.IEnumerable, new List<int> { 1 }, Enumerable.Range(0, 20), Enumerable.Range(0, 20).Where(number => number % 3 == 0));
    }

    [Fact]
    public async Task Sets_and_dictionaries()
    {
        await _echo.SameAsMessagePack<HashSet<string>>(_echo.Proxy.HashSet, [], ["b", "a"]);
        await _echo.SameAsMessagePack<ISet<int>>(_echo.Proxy.ISet, new HashSet<int> { 5, 1 });
        await _echo.SameAsMessagePack<IReadOnlySet<DateTime>>(_echo.Proxy.IReadOnlySet, new HashSet<DateTime> { DateTime.UnixEpoch });
        await _echo.SameAsMessagePack<Dictionary<string, int>?>(_echo.Proxy.Dictionary, null, [], new() { ["b"] = 1, ["a"] = 2 });
        await _echo.SameAsMessagePack<IDictionary<Guid, string?>>(_echo.Proxy.IDictionary, new Dictionary<Guid, string?> { [Guid.Empty] = null, [Guid.AllBitsSet] = "x" });
        await _echo.SameAsMessagePack<IReadOnlyDictionary<DayOfWeek, List<int>>>(_echo.Proxy.IReadOnlyDictionary, new Dictionary<DayOfWeek, List<int>> { [DayOfWeek.Friday] = [1, 2] });
        await _echo.SameAsMessagePack<Dictionary<BigInteger, Dictionary<Version, decimal?>>>(_echo.Proxy.Nested, new Dictionary<BigInteger, Dictionary<Version, decimal?>> { [1] = new() { [new Version(1, 2)] = 1.5m, [new Version(1, 3)] = null } });
    }

    [Fact]
    public async Task Tuples_and_pairs()
    {
        await _echo.SameAsMessagePack<KeyValuePair<string, int>>(_echo.Proxy.Pair, KeyValuePair.Create("a", 1));
        await _echo.SameAsMessagePack<ValueTuple<int>>(_echo.Proxy.One, ValueTuple.Create(1));
        await _echo.SameAsMessagePack<(int Left, string? Right)>(_echo.Proxy.Two, (1, "a"), (2, null));
        await _echo.SameAsMessagePack<(int, (string, Guid)?)?>(_echo.Proxy.Maybe, null, (1, null), (2, ("a", Guid.Empty)));
        await _echo.SameAsMessagePack<(int, int, int, int, int, int, int, string, int?)>(_echo.Proxy.Nine, (1, 2, 3, 4, 5, 6, 7, "8", 9));
    }

    [Fact]
    public async Task A_sequence_is_enumerated_once()
    {
        var (proxy, _) = LoopbackInvoker.Connect<ICollections>(new Collections());
        int runs = 0;

        var back = await proxy.IEnumerable(Counted());

        Assert.Equal([1, 2, 3], back);
        Assert.Equal(1, runs);

        IEnumerable<int> Counted()
        {
            runs++;
            yield return 1;
            yield return 2;
            yield return 3;
        }
    }

    [Fact]
    public async Task A_key_that_comes_twice_is_an_invalid_argument()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<ICollections>(new Collections());
        wire.Rewrite = static _ => new byte[] { 0x91, 0x82, 0xA1, (byte)'a', 1, 0xA1, (byte)'a', 2 };

        var error = await Assert.ThrowsAsync<RpcException>(() => proxy.Dictionary([]));

        Assert.Equal(RpcStatusCode.InvalidArgument, error.StatusCode);
    }
}
