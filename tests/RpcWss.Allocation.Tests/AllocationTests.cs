using RpcWss.Benchmarks.Micro;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Allocation.Tests;

/// <summary>
/// What calls may allocate, both ends together, in bytes (docs/performance.md#allocation). A budget is raised by a decision, never by the way: each byte is collected
/// as often as there are calls.
/// </summary>
public sealed class AllocationTests
{
    private const int Operations = 20_000;

    [Theory]
    [InlineData(1, Operations)]
    [InlineData(64, 10 * Operations)]     // starting the callers counts too
    public Task A_unary_call_with_a_value_as_result_allocates_less_than_a_byte(int callers, int operations) =>
        AllocatesAtMostAsync(0.99, operations, (pair, calls) => AddAsync(pair.Proxy, callers, calls));

    [Fact]
    public Task A_one_way_call_allocates_less_than_a_byte() => AllocatesAtMostAsync(0.99, Operations, (pair, calls) => pair.NoteAsync(calls));

    [Fact]
    public Task An_item_of_a_result_stream_allocates_less_than_a_byte() => AllocatesAtMostAsync(
        0.99, 100_000, async (pair, items) => Assert.Equal(items, await Items.CountAsync(pair.Proxy.CountAsync(items))));

    [Fact]
    public Task An_item_of_a_parameter_stream_allocates_less_than_a_byte() => AllocatesAtMostAsync(
        0.99, 100_000, async (pair, items) => Assert.Equal(items, await pair.Proxy.TakeAsync(Items.NumbersAsync(items))));

    [Fact]
    public Task A_cancelled_call_keeps_to_its_budget() => AllocatesAtMostAsync(5000, 1_000, async (pair, calls) =>
    {
        for (int call = 0; call < calls; call++)
        {
            // The source, both ends' exceptions and the service's own waiting are in the budget.
            using var source = new CancellationTokenSource();
            ValueTask waiting = pair.Proxy.WaitAsync(source.Token);
            await pair.Proxy.AddAsync(call, 1);     // it has arrived when this comes back
            source.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(waiting.AsTask);
        }
    });

    [Fact]
    public async Task An_object_as_result_is_seen()
    {
        await using MemoryPair pair = await MemoryPair.OpenAsync();

        double bytes = await Counted.PerOperationAsync(Operations, 0, async calls =>
        {
            for (int call = 0; call < calls; call++)
            {
                await pair.Proxy.NameAsync(call);
            }
        });

        // A string of six characters. Without this, a count that sees nothing would pass all the others.
        Assert.InRange(bytes, 32, 48);
    }

    private static async Task AllocatesAtMostAsync(double budget, int operations, Func<MemoryPair, int, Task> runAsync)
    {
        await using MemoryPair pair = await MemoryPair.OpenAsync();

        double bytes = await Counted.PerOperationAsync(operations, budget, count => runAsync(pair, count));

        Assert.True(bytes <= budget, $"{bytes:0.00} bytes for each, of which {budget:0.00} are in the budget.");
    }

    private static Task AddAsync(IMeasured proxy, int callers, int calls) => Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
    {
        for (int call = 0; call < calls / callers; call++)
        {
            await proxy.AddAsync(call, 1);
        }
    })));
}
