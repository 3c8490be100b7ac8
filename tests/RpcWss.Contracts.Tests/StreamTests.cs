using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace RpcWss.Contracts.Tests;

public interface IFeed<T>
{
    IAsyncEnumerable<T> FeedAsync(IAsyncEnumerable<T> items, IProgress<T>? progress = null);
}

[RpcContract(MaxPayloadSize = 4096)]
public partial interface IStreams : IFeed<StreamItem?>
{
    IAsyncEnumerable<int> CountAsync(int from, int to = 3, CancellationToken cancellationToken = default);

    ValueTask<long> SumAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default);

    [RpcMethod(MaxPayloadSize = 1024)]
    [return: RpcStream(WhenSlow = RpcSlowConsumer.DropOldest, Capacity = 5)]
    IAsyncEnumerable<(int Left, string? Right)> ZipAsync(
        string separator, IAsyncEnumerable<int?> left, RpcCallContext? context, [RpcStream(WhenSlow = RpcSlowConsumer.LatestOnly)] IAsyncEnumerable<string?>? right, int times);

    Task<string> WorkAsync(int steps, IProgress<double>? progress = null);

    Task UnwritableAsync(Unwritable argument, IAsyncEnumerable<int> numbers);

    IAsyncEnumerable<int> UnwritableItemsAsync(Unwritable argument);
}

[MessagePackObject]
public sealed record StreamItem([property: Key(0)] int Id, [property: Key(1)] string? Note);

/// <summary>Streams of items and progress, from a generated proxy to a generated dispatcher through their bytes.</summary>
public sealed class StreamTests
{
    private readonly Service _service = new();
    private readonly IStreams _proxy;
    private readonly LoopbackInvoker _wire;

    public StreamTests()
    {
        (_proxy, _wire) = LoopbackInvoker.Connect<IStreams>(_service);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_result_comes_item_by_item()
    {
        var items = await _proxy.CountAsync(1, 4, Token).ToListAsync(Token);

        Assert.Equal([1, 2, 3, 4], items);
        Assert.Equal([0x92, 1, 4], _wire.Arguments.ToArray());
        Assert.Equal([(0, "01"), (0, "02"), (0, "03"), (0, "04")], Sent());
    }

    [Fact]
    public async Task Missing_arguments_of_a_streaming_method_take_their_defaults()
    {
        _wire.Rewrite = static _ => new byte[] { 0x91, 2 };

        Assert.Equal([2, 3], await _proxy.CountAsync(7, 7, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_stream_parameter_is_no_argument_and_its_items_reach_the_service()
    {
        Assert.Equal(60, await _proxy.SumAsync(Items(10, 20, 30), Token));

        Assert.Equal([0x90], _wire.Arguments.ToArray());
        Assert.Empty(_wire.Boxed);
        Assert.Equal([(1, "0A"), (1, "14"), (1, "1E")], Sent());
        Assert.Equal(Token, _service.Token);
    }

    [Fact]
    public async Task Two_streams_in_and_one_out_keep_apart_from_each_other_and_from_the_arguments()
    {
        var items = await _proxy.ZipAsync("-", Items<int?>(1, null, 3), null, Items<string?>("a", null, "c"), 2).ToListAsync(Token);

        Assert.Equal([(1, "a-a"), (0, "-"), (3, "c-c")], items);
        Assert.Equal([0x92, 0xA1, (byte)'-', 2], _wire.Arguments.ToArray());
        Assert.Equal(["-", 2], _wire.Boxed);
        Assert.Equal(["01", "C0", "03"], Sent().Where(sent => sent.Item1 == 1).Select(sent => sent.Item2));
        Assert.Equal(["A161", "C0", "A163"], Sent().Where(sent => sent.Item1 == 2).Select(sent => sent.Item2));
        Assert.Equal("9201A3612D61", Sent().First(sent => sent.Item1 == 0).Item2);
        Assert.Equal("RpcWss.Contracts.Tests.IStreams/ZipAsync", _service.Context?.Method.FullName);
    }

    [Fact]
    public async Task A_stream_that_is_left_out_has_no_items()
    {
        Assert.Empty(await _proxy.ZipAsync("-", Items<int?>(1, 2), null, null, 1).ToListAsync(Token));
        Assert.Equal(0, await _proxy.SumAsync(null!, Token));
    }

    [Fact]
    public async Task Progress_goes_from_the_service_to_the_caller()
    {
        var reports = new Reports<double>();

        Assert.Equal("done", await _proxy.WorkAsync(2, reports));
        Assert.Equal([0.5, 1], reports.Values);
        Assert.Equal([(1, "CB3FE0000000000000"), (1, "CB3FF0000000000000")], Sent());
    }

    [Fact]
    public async Task A_service_may_report_to_nobody()
    {
        Assert.Equal("done", await _proxy.WorkAsync(2));
    }

    [Fact]
    public async Task Items_and_reports_may_be_data_of_an_inherited_generic_method()
    {
        var reports = new Reports<StreamItem?>();
        StreamItem?[] items = [new(1, "a"), null, new(2, null)];

        var back = await _proxy.FeedAsync(Items(items), reports).ToListAsync(Token);

        Assert.Equal(items, back);
        Assert.Equal(items, reports.Values);
        Assert.Equal([(1, "9201A161"), (2, "9201A161"), (0, "9201A161"), (1, "C0")], Sent().Take(4));
    }

    [Fact]
    public async Task An_enumeration_that_is_left_cancels_the_method()
    {
        await foreach (int item in _proxy.CountAsync(1, int.MaxValue, Token))
        {
            if (item == 2)
            {
                break;
            }
        }

        Assert.True(_service.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_method_that_fails_ends_its_items_with_its_error()
    {
        var seen = new List<int>();

        var error = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await foreach (int item in _proxy.CountAsync(-2, cancellationToken: Token))
            {
                seen.Add(item);
            }
        });

        Assert.Equal(RpcStatusCode.OutOfRange, error.StatusCode);
        Assert.Equal([-2, -1], seen);
    }

    [Fact]
    public async Task Bytes_that_are_no_arguments_are_an_invalid_argument_of_a_streaming_method_too()
    {
        _wire.Rewrite = static _ => new byte[] { 0x92, 1, 0xC0 };

        var error = await Assert.ThrowsAsync<RpcException>(async () => await _proxy.CountAsync(1, 2, Token).ToListAsync(Token));

        Assert.Equal((RpcStatusCode.InvalidArgument, "The argument 'to' could not be read."), (error.StatusCode, error.Message));
    }

    [Fact]
    public async Task An_argument_that_throws_while_it_is_written_fails_the_call_when_it_is_sent()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _proxy.UnwritableAsync(new Unwritable(), Items(1)));
        Assert.IsType<InvalidOperationException>(error.InnerException);

        var items = _proxy.UnwritableItemsAsync(new Unwritable());
        error = await Assert.ThrowsAsync<RpcException>(async () => await items.ToListAsync(Token));
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public async Task A_context_that_is_passed_on_is_refused_by_a_streaming_method_too()
    {
        await _proxy.SumAsync(Items(1), Token);

        Assert.Throws<ArgumentException>(() => _proxy.ZipAsync("-", Items<int?>(), _wire.Context, null, 1));
    }

    private IEnumerable<(int, string)> Sent() => _wire.Sent.Select(static sent => (sent.Stream, Convert.ToHexString(sent.Bytes)));

    private static async IAsyncEnumerable<T> Items<T>(params T[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private sealed class Reports<T> : IProgress<T>
    {
        public List<T> Values { get; } = [];

        public void Report(T value) => Values.Add(value);
    }

    private sealed class Service : IStreams
    {
        public CancellationToken Token { get; private set; }

        public RpcCallContext? Context { get; private set; }

        public async IAsyncEnumerable<int> CountAsync(int from, int to, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            for (int item = from; item <= to; item++)
            {
                await Task.Yield();
                yield return item != 0 ? item : throw new RpcException(RpcStatusCode.OutOfRange, "No zero.");
            }
        }

        public async ValueTask<long> SumAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            long sum = 0;
            await foreach (int number in numbers.WithCancellation(cancellationToken))
            {
                sum += number;
            }

            return sum;
        }

        public async IAsyncEnumerable<(int Left, string? Right)> ZipAsync(
            string separator, IAsyncEnumerable<int?> left, RpcCallContext? context, IAsyncEnumerable<string?>? right, int times)
        {
            Context = context;
            await foreach (var (number, text) in left.Zip(right!))
            {
                yield return (number ?? 0, string.Join(separator, Enumerable.Repeat(text, times)));
            }
        }

        public Task<string> WorkAsync(int steps, IProgress<double>? progress)
        {
            for (int step = 1; step <= steps; step++)
            {
                progress!.Report((double)step / steps);
            }

            return Task.FromResult("done");
        }

        public async IAsyncEnumerable<StreamItem?> FeedAsync(IAsyncEnumerable<StreamItem?> items, IProgress<StreamItem?>? progress)
        {
            await foreach (var item in items)
            {
                progress!.Report(item);
                yield return item;
            }
        }

        public Task UnwritableAsync(Unwritable argument, IAsyncEnumerable<int> numbers) => Task.CompletedTask;

        public IAsyncEnumerable<int> UnwritableItemsAsync(Unwritable argument) => AsyncEnumerable.Empty<int>();
    }
}
