using System.IO.Pipelines;

namespace RpcWss.Tests.Connections.Streams;

/// <summary>Streams of every kind between two real connections in memory.</summary>
public sealed class StreamingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task Items_of_a_result_stream_come_in_order(int count)
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();

        List<int> received = [];
        await foreach (int item in pair.Streams.CountAsync(5, count, TestContext.Current.CancellationToken))
        {
            received.Add(item);
        }

        Assert.Equal(Enumerable.Range(5, count), received);
        Assert.Equal(1, pair.ServerProbe.Streams.Finished);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public async Task Items_of_a_parameter_stream_all_arrive(int count)
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();

        long sum = await pair.Streams.SumAsync(Numbers(count), TestContext.Current.CancellationToken);

        Assert.Equal(count * (count - 1L) / 2, sum);
    }

    [Fact]
    public async Task Both_directions_at_once()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();

        int next = 0;
        await foreach (int item in pair.Streams.DoubleAsync(Numbers(50_000), TestContext.Current.CancellationToken))
        {
            Assert.Equal(2 * next++, item);
        }

        Assert.Equal(50_000, next);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(10_000_000)]
    public async Task Bytes_go_both_ways(int length)
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();

        await using Stream stream = await pair.Streams.DownloadAsync(length, TestContext.Current.CancellationToken);
        var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);

        Assert.Equal(StreamProbe.Bytes(length), copy.ToArray());
        Assert.Equal(length, await pair.Streams.UploadAsync(new MemoryStream(StreamProbe.Bytes(length)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_pipe_goes_there_and_back()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        var pipe = new Pipe();
        Task writing = WriteAsync();

        PipeReader back = await pair.Streams.PipeAsync(pipe.Reader, TestContext.Current.CancellationToken);
        var copy = new MemoryStream();
        await back.CopyToAsync(copy, TestContext.Current.CancellationToken);
        await writing;
        await back.CompleteAsync();

        Assert.Equal(StreamProbe.Bytes(1_000_000), copy.ToArray());

        async Task WriteAsync()
        {
            await pipe.Writer.WriteAsync(StreamProbe.Bytes(1_000_000), TestContext.Current.CancellationToken);
            await pipe.Writer.CompleteAsync();
        }
    }

    [Fact]
    public async Task A_read_that_waits_can_be_given_up_and_the_next_one_loses_nothing()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        var pipe = new Pipe();
        PipeReader back = await pair.Streams.PipeAsync(pipe.Reader, TestContext.Current.CancellationToken);
        Stream bytes = back.AsStream();
        byte[] buffer = new byte[8];

        for (byte round = 1; round <= 3; round++)
        {
            using var giveUp = new CancellationTokenSource();
            ValueTask<int> read = bytes.ReadAsync(buffer, giveUp.Token);
            Assert.False(read.IsCompleted);
            await giveUp.CancelAsync();
            OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await read);
            Assert.Equal(giveUp.Token, error.CancellationToken);

            await pipe.Writer.WriteAsync(new[] { round }, TestContext.Current.CancellationToken);
            Assert.Equal(1, await bytes.ReadAsync(buffer, TestContext.Current.CancellationToken));
            Assert.Equal(round, buffer[0]);
        }

        await pipe.Writer.CompleteAsync();
        Assert.Equal(0, await bytes.ReadAsync(buffer, TestContext.Current.CancellationToken));
        await back.CompleteAsync();
    }

    [Fact]
    public async Task Reports_come_in_order_and_the_last_one_before_the_result()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        var reports = new Reports();

        string result = await pair.Streams.ReportAsync(1_000, reports);

        int[] received = [.. reports.Values];
        Assert.Equal("done", result);
        Assert.Equal(1_000, received[^1]);
        Assert.Equal(received.Order(), received);
        Assert.Equal("done", await pair.Streams.ReportAsync(1_000));
    }

    [Fact]
    public async Task The_last_report_comes_before_the_end_of_a_result_stream()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();

        // Reports and results reach the caller by two ways; which is faster is luck, so they race often.
        for (int round = 0; round < 500; round++)
        {
            var reports = new Reports();
            await pair.Streams.ReportAndCountAsync(3, reports).ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(3, reports.Values[^1]);

            await using Stream bytes = await pair.Streams.ReportAndDownloadAsync(7, reports);
            await bytes.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
            Assert.Equal(7, reports.Values[^1]);
        }
    }

    [Fact]
    public async Task Breaking_out_runs_the_producers_finally()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();

        await foreach (int item in pair.Streams.CountAsync(0, int.MaxValue, TestContext.Current.CancellationToken))
        {
            if (item == 10_000)
            {
                break;
            }
        }

        await pair.ServerProbe.Streams.FinishedAsync(1);
    }

    [Fact]
    public async Task Large_items_of_mixed_sizes_arrive_whole()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        int[] sizes = [0, 1, 4_000, 5_000, 16_384, 16_385, 100_000, 1_000_000, 3_000_000, 12, 70_000];
        pair.ServerProbe.Streams.Run = (_, _, _) => Items(sizes);

        List<byte[]> received = await pair.Streams.RunAsync("", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(sizes, received.Select(item => item.Length));
        Assert.All(received, item => Assert.Equal(StreamProbe.Bytes(item.Length), item));
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (int number = 0; number < count; number++)
        {
            yield return number;
        }

        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<byte[]> Items(int[] sizes)
    {
        foreach (int size in sizes)
        {
            yield return StreamProbe.Bytes(size);
        }

        await Task.CompletedTask;
    }

    private sealed class Reports : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }
}
