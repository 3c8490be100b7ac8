using System.Buffers;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

#pragma warning disable RPCWSS038 // The limit that it warns of is what is tested here.
[RpcContract]
public partial interface IBounds
{
    Task<int> PointsAsync(Dictionary<Point, int> points);

    Task<int> PairsAsync(HashSet<(int, int)> pairs);

    Task<int> NumbersAsync(Dictionary<long, bool> numbers);

    Task<int> LargeAsync((long, long, long, long, long, long, long)[] large);

    Task<int> ListAsync(List<string?> list);
}
#pragma warning restore RPCWSS038

/// <summary>What a hostile peer sends is bounded: in depth, in memory and in time.</summary>
public sealed class BoundTests
{
    private const int MaximumDepth = 64;

    [Fact]
    public async Task Data_nest_64_levels_and_no_deeper()
    {
        var (proxy, _) = LoopbackInvoker.Connect<IObjects>(new Objects());

        // The array of arguments is the first level.
        var back = await proxy.Tree(Chain(MaximumDepth - 1));
        var error = await Assert.ThrowsAsync<RpcException>(() => proxy.Tree(Chain(MaximumDepth)));

        Assert.NotNull(back.Left);
        Assert.Equal(RpcStatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains("deeper than 64 levels", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x91, 0)]
    [InlineData(0x81, 1)]
    public async Task Skipped_data_nest_no_deeper_either(byte container, int keys)
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IObjects>(new Objects());
        byte[] level = [container, .. new byte[keys]];

        // Arguments, object and then what the key 2 holds.
        wire.Rewrite = _ => new byte[] { 0x91, 0x93, 1, 0xC0 }.Concat(Enumerable.Repeat(level, MaximumDepth - 2).SelectMany(bytes => bytes)).Append((byte)0xC0).ToArray();
        Assert.Equal(1, (await proxy.Positional(new(0))).Id);

        wire.Rewrite = _ => new byte[] { 0x91, 0x93, 1, 0xC0 }.Concat(Enumerable.Repeat(level, MaximumDepth - 1).SelectMany(bytes => bytes)).Append((byte)0xC0).ToArray();
        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.Positional(new(0)))).StatusCode);

        wire.Rewrite = _ => new byte[] { 0x91, 0x93, 1, 0xC0 }.Concat(Enumerable.Repeat(level, 1_000_000).SelectMany(bytes => bytes)).Append((byte)0xC0).ToArray();
        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.Positional(new(0)))).StatusCode);
    }

    [Fact]
    public async Task An_object_that_contains_itself_fails_its_call_and_not_the_process()
    {
        var (proxy, _) = LoopbackInvoker.Connect<IObjects>(new Objects());
        var cycle = new Tree();
        cycle.Left = cycle;

        var error = await Assert.ThrowsAsync<RpcException>(() => proxy.Tree(cycle));

        Assert.IsType<InsufficientExecutionStackException>(error.InnerException);
    }

    [Fact]
    public async Task Room_is_made_for_items_that_arrived_and_not_for_those_announced()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IBounds>(new Service());
        const int Announced = 4_000_000;

        // Each item would take 56 bytes; the first one is no tuple.
        byte[] bytes = [0x91, 0xDD, .. BigEndian(Announced), .. new byte[Announced]];
        wire.Rewrite = _ => bytes;
        await Assert.ThrowsAsync<RpcException>(() => proxy.LargeAsync([]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        await Assert.ThrowsAsync<RpcException>(() => proxy.LargeAsync([]));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 500_000, $"{allocated} bytes");
    }

    [Fact]
    public async Task More_items_than_bytes_are_refused_at_once()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IBounds>(new Service());

        wire.Rewrite = _ => (byte[])[0x91, 0xDD, 0x7F, 0xFF, 0xFF, 0xFF, 0xC0];
        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.ListAsync([]))).StatusCode);

        wire.Rewrite = _ => (byte[])[0x91, 0xDF, 0x7F, 0xFF, 0xFF, 0xFF, 0xC0];
        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.NumbersAsync([]))).StatusCode);
    }

    [Fact]
    public async Task Keys_hashed_by_user_code_are_limited_and_the_message_says_why()
    {
        var (proxy, _) = LoopbackInvoker.Connect<IBounds>(new Service());

        Assert.Equal(1024, await proxy.PointsAsync(Points(1024)));
        Assert.Equal(1024, await proxy.PairsAsync([.. Enumerable.Range(0, 1024).Select(number => (number, number))]));
        var error = await Assert.ThrowsAsync<RpcException>(() => proxy.PointsAsync(Points(1025)));

        Assert.Contains("at most 1024 are read", error.InnerException!.Message, StringComparison.Ordinal);
        Assert.Contains("RPCWSS038", error.InnerException.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RpcException>(() => proxy.PairsAsync([.. Enumerable.Range(0, 1025).Select(number => (number, number))]));
    }

    [Fact]
    public async Task Numbers_whose_own_hashes_collide_are_told_apart_quickly()
    {
        var service = new Service();
        var (proxy, _) = LoopbackInvoker.Connect<IBounds>(service);

        // A long's own hash is its upper half exclusive-or its lower: all of these have the same, and with it 20,000 keys take 200 million comparisons.
        var numbers = new Dictionary<long, bool>(new ByValue());
        for (long half = 0; half < 20_000; half++)
        {
            numbers.Add((half << 32) | half, true);
        }

        Assert.Equal(20_000, await proxy.NumbersAsync(numbers));
        Assert.True(service.LastComparer!.GetHashCode((1L << 32) | 1) != service.LastComparer.GetHashCode((2L << 32) | 2));
    }

    private static Tree Chain(int levels)
    {
        Tree? tree = null;
        for (int level = 0; level < levels; level++)
        {
            tree = new Tree { Left = tree };
        }

        return tree!;
    }

    private static Dictionary<Point, int> Points(int count) => Enumerable.Range(0, count).ToDictionary(number => new Point(number, number));

    private static byte[] BigEndian(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private sealed class ByValue : IEqualityComparer<long>
    {
        public bool Equals(long x, long y) => x == y;

        public int GetHashCode(long obj) => (int)obj;
    }

    private sealed class Service : IBounds
    {
        public IEqualityComparer<long>? LastComparer { get; private set; }

        public Task<int> PointsAsync(Dictionary<Point, int> points) => Task.FromResult(points.Count);

        public Task<int> PairsAsync(HashSet<(int, int)> pairs) => Task.FromResult(pairs.Count);

        public Task<int> NumbersAsync(Dictionary<long, bool> numbers)
        {
            LastComparer = numbers.Comparer;
            return Task.FromResult(numbers.Count);
        }

        public Task<int> LargeAsync((long, long, long, long, long, long, long)[] large) => Task.FromResult(large.Length);

        public Task<int> ListAsync(List<string?> list) => Task.FromResult(list.Count);
    }
}
