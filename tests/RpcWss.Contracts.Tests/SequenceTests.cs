using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using CsCheck;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Sequences beyond the usual ones have MessagePack-CSharp's bytes; those that it does not know are arrays.</summary>
public sealed class SequenceTests
{
    private static readonly Echo<ISequences> _echo = new(new Sequences());
    private static readonly Cases _cases = Make();

    public static TheoryData<string> Names => _cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_sequence_has_the_same_bytes(string name) => _cases[name]();

    [Fact]
    public async Task What_MessagePack_does_not_know_is_an_array()
    {
        var text = await _echo.Proxy.FrozenSet(FrozenSet.Create("a", "b", "c"));
        var numbers = await _echo.Proxy.FrozenNumbers(FrozenSet.Create(1L, 2, 3));
        var readOnly = await _echo.Proxy.ReadOnlySet(new ReadOnlySet<int>(new HashSet<int> { 1, 2 }));

        Assert.Equal(["a", "b", "c"], text.Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3], numbers.Order());
        Assert.Equal([1, 2], readOnly.Order());
        await _echo.SameAs<FrozenSet<string>, string[]>(_echo.Proxy.FrozenSet, FrozenSet.Create("a"), ["a"]);
        await _echo.SameAs<ReadOnlySet<int>, int[]>(_echo.Proxy.ReadOnlySet, new ReadOnlySet<int>(new HashSet<int> { 1 }), [1]);
    }

    [Fact]
    public async Task Sets_arrive_whole_whatever_the_order_of_their_hashes()
    {
        var numbers = Enumerable.Range(0, 5000).ToList();

        Assert.Equal(numbers, (await _echo.Proxy.ImmutableHashSet([.. numbers])).Order());
        Assert.Equal(numbers.Select(number => (long)number), (await _echo.Proxy.IImmutableSet(numbers.Select(number => (long)number).ToImmutableHashSet())).Order());
    }

    [Fact]
    public async Task Sets_of_numbers_are_hashed_with_a_seed()
    {
        var set = (ImmutableHashSet<long>)await _echo.Proxy.IImmutableSet(ImmutableHashSet.Create(1L));
        var frozen = await _echo.Proxy.FrozenNumbers(FrozenSet.Create(1L));

        Assert.NotSame(EqualityComparer<long>.Default, set.KeyComparer);
        Assert.NotSame(EqualityComparer<long>.Default, frozen.Comparer);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    [InlineData(-1, -2)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task A_grid_has_as_many_items_as_places(int length0, int length1)
    {
        var (proxy, wire) = LoopbackInvoker.Connect<ISequences>(new Sequences());
        wire.Rewrite = _ => MessagePackSerializer.Serialize(new object[] { new object[] { length0, length1, new[] { 1, 2, 3, 4 } } });
        if (length0 == 0)
        {
            wire.Rewrite = _ => MessagePackSerializer.Serialize(new object[] { new object[] { length0, length1, Array.Empty<int>() } });
            Assert.Empty((await proxy.Grid2(null))!);
            return;
        }

        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.Grid2(null))).StatusCode);
    }

    [Fact]
    public async Task Random_sequences_have_the_same_bytes()
    {
        await Gen.Int.Array[0, 40].SampleAsync(
            async items =>
            {
                var echo = new Echo<ISequences>(new Sequences());
                await echo.SameAsMessagePack<Queue<int>?>(echo.Proxy.Queue, new Queue<int>(items));
                await echo.SameAsMessagePack<ImmutableArray<int>>(echo.Proxy.ImmutableArray, [.. items]);
                await echo.SameAsMessagePack<ImmutableStack<int>>(echo.Proxy.ImmutableStack, [.. items]);
                await echo.SameAsMessagePack<ImmutableSortedSet<int>>(echo.Proxy.ImmutableSortedSet, [.. items]);
                await echo.SameAsMessagePack<ConcurrentStack<int>>(echo.Proxy.ConcurrentStack, new ConcurrentStack<int>(items));
            },
            iter: 100);
    }

    private static Cases Make()
    {
        var cases = new Cases();
        var proxy = _echo.Proxy;
        cases.Same<ISequences, Queue<int>?>(_echo, proxy.Queue, null, new(), new([1, 2, 3]));
        cases.Same<ISequences, Stack<string?>>(_echo, proxy.Stack, new(), new(["a", null, "c"]));
        cases.Same<ISequences, LinkedList<int>>(_echo, proxy.LinkedList, new(), new([1, 2, 3]));
        cases.Same<ISequences, SortedSet<string>>(_echo, proxy.SortedSet, [], ["b", "a", "c"]);
        cases.Same<ISequences, Collection<int>>(_echo, proxy.Collection, [], [3, 1]);
        cases.Same<ISequences, ObservableCollection<int>>(_echo, proxy.Observable, [], [3, 1]);
        cases.Same<ISequences, ReadOnlyCollection<int>>(_echo, proxy.ReadOnly, new([]), new([3, 1]));
        cases.Same<ISequences, ReadOnlyObservableCollection<int>>(_echo, proxy.ReadOnlyObservable, new([]), new([3, 1]));
        cases.Same<ISequences, ConcurrentQueue<int>>(_echo, proxy.ConcurrentQueue, [], new([3, 1, 2]));
        cases.Same<ISequences, ConcurrentStack<int>>(_echo, proxy.ConcurrentStack, [], new([3, 1, 2]));
        cases.Same<ISequences, ConcurrentBag<int>>(_echo, proxy.ConcurrentBag, [], [3]);
        cases.Same<ISequences, ImmutableArray<int>>(_echo, proxy.ImmutableArray, default, [], [1, 2, 3]);
        cases.Same<ISequences, ImmutableArray<string?>?>(_echo, proxy.MaybeImmutableArray, null, ImmutableArray.Create("a", null));
        cases.Same<ISequences, ImmutableArray<byte>>(_echo, proxy.ImmutableBytes, [], [1, 200]);
        cases.Same<ISequences, Queue<byte>>(_echo, proxy.QueueOfBytes, new Queue<byte>([1, 200]));
        cases.Same<ISequences, Queue<Queue<Point>>>(_echo, proxy.QueueOfQueues, new Queue<Queue<Point>>([new Queue<Point>([new Point(1, 2)]), new Queue<Point>()]));
        cases.Same<ISequences, ImmutableList<int>?>(_echo, proxy.ImmutableList, null, [], [1, 2, 3]);
        cases.Same<ISequences, ImmutableHashSet<int>>(_echo, proxy.ImmutableHashSet, [], [7]);
        cases.Same<ISequences, ImmutableSortedSet<int>>(_echo, proxy.ImmutableSortedSet, [], [7, 3, 5]);
        cases.Same<ISequences, ImmutableQueue<int>>(_echo, proxy.ImmutableQueue, [], [7, 3, 5]);
        cases.Same<ISequences, ImmutableStack<int>>(_echo, proxy.ImmutableStack, [], [7, 3, 5]);
        cases.Same<ISequences, IImmutableList<Guid>>(_echo, proxy.IImmutableList, ImmutableList.Create(Guid.Empty, Guid.AllBitsSet), ImmutableArray.Create(Guid.Empty));
        cases.Same<ISequences, IImmutableSet<long>>(_echo, proxy.IImmutableSet, ImmutableHashSet.Create(7L));
        cases.Same<ISequences, IImmutableQueue<int>>(_echo, proxy.IImmutableQueue, ImmutableQueue.Create(7, 3));
        cases.Same<ISequences, IImmutableStack<int>>(_echo, proxy.IImmutableStack, ImmutableStack.Create(7, 3));
        cases.Same<ISequences, ArraySegment<int>>(_echo, proxy.Segment, default, new([1, 2, 3]), new([1, 2, 3], 1, 1));
        cases.Same<ISequences, Memory<string?>>(_echo, proxy.Memory, default, new string?[] { "a", null }, new string?[] { "a", "b" }.AsMemory(1));
        cases.Same<ISequences, ReadOnlyMemory<int>>(_echo, proxy.ReadOnlyMemory, default, new[] { 1, 2 });
        cases.Same<ISequences, ReadOnlySequence<int>>(_echo, proxy.Sequence, default, new([1, 2]), new ReadOnlySequence<int>([1, 2, 3]).Slice(1));
        cases.Same<ISequences, ReadOnlySequence<byte>>(_echo, proxy.Bytes, default, new([1, 2]), new(new byte[70_000]));
        cases.Same<ISequences, ReadOnlySequence<byte>?>(_echo, proxy.MaybeBytes, null, new ReadOnlySequence<byte>([1]));
        cases.Same<ISequences, int[,]?>(_echo, proxy.Grid2, null, new int[0, 0], new int[2, 0], new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        cases.Same<ISequences, string?[,,]>(_echo, proxy.Grid3, new string?[1, 1, 1], new[,,] { { { "a", null }, { "b", "c" }, { "d", "e" } } });
        cases.Same<ISequences, byte[,,,]>(_echo, proxy.Grid4, new byte[,,,] { { { { 1, 2 } }, { { 3, 4 } } }, { { { 5, 6 } }, { { 7, 200 } } } });
        cases.Same<ISequences, int[,][]>(_echo, proxy.GridOfArrays, new int[,][] { { [1], [2, 3] } });
        cases.Same<ISequences, int[][,]>(_echo, proxy.ArrayOfGrids, [new[,] { { 1, 2 } }, new int[0, 0]]);
        cases.Same<ISequences, Point[,]>(_echo, proxy.GridOfPoints, new[,] { { new Point(1, 2) }, { new Point(3, 4) } });
        return cases;
    }
}
