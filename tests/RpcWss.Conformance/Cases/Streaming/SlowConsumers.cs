using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>The producer does not wait for a consumer that does not read: what is lost is what the contract says, and is counted.</summary>
internal sealed class SlowConsumers() : PairCase("slow-consumer-drop-oldest-latest-only-and-fail")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        ITickers tickers = pair.Proxy<ITickers>();
        await ReceiveAsync(pair, "dropping", nameof(ITickers.DroppingAsync), tickers.DroppingAsync("dropping", Count), ITickers.Capacity);
        await ReceiveAsync(pair, "latest", nameof(ITickers.LatestAsync), tickers.LatestAsync("latest", Count), 1);

        await using (IAsyncEnumerator<byte[]> failing = tickers.FailingAsync("failing", Count).GetAsyncEnumerator())
        {
            Check.That(await failing.MoveNextAsync());
            await pair.Board.ReachedAsync("failing inner finally");
            RpcException slow = await Check.FailsAsync(RpcStatusCode.ResourceExhausted, async () =>
            {
                for (int next = 1; await failing.MoveNextAsync(); next++)
                {
                    Check.Equal(next, BitConverter.ToInt32(failing.Current));
                }
            });
            Check.Contains("RpcStreamAttribute.WhenSlow", slow.Message);
        }

        await SendAsync(pair, "send dropping", nameof(ITickers.FollowDroppingAsync), (key, ticks) => tickers.FollowDroppingAsync(key, ticks), ITickers.Capacity);
        await SendAsync(pair, "send latest", nameof(ITickers.FollowLatestAsync), (key, ticks) => tickers.FollowLatestAsync(key, ticks), 1);

        Task<int[]> failed = tickers.FollowFailingAsync("send failing", Sources.TicksAsync(pair.OwnBoard, "send failing", Count)).AsTask();
        await pair.OwnBoard.ReachedAsync("send failing finally");
        await pair.Board.OpenAsync("send failing");
        RpcException own = await Check.FailsAsync(RpcStatusCode.ResourceExhausted, failed);
        Check.That(own.InnerException is RpcException { StatusCode: RpcStatusCode.ResourceExhausted });
    }

    private const int Count = 1000;

    // The last ones that were made are the last that come, and none comes out of order.
    private static async Task ReceiveAsync(Pair pair, string key, string method, IAsyncEnumerable<byte[]> ticks, int kept)
    {
        var numbers = new List<int>();
        await foreach (byte[] tick in ticks)
        {
            if (numbers.Count == 0)
            {
                await pair.Board.ReachedAsync($"{key} ticked");
            }

            numbers.Add(BitConverter.ToInt32(tick));
        }

        Verify(numbers, kept, await pair.Board.CountAsync($"dropped item of {method}"));
        Check.Equal(Count - numbers.Count, await pair.Board.CountAsync($"{key} dropped"));
    }

    private static async Task SendAsync(Pair pair, string key, string method, Func<string, IAsyncEnumerable<byte[]>, ValueTask<int[]>> follow, int kept)
    {
        Task<int[]> call = follow(key, Sources.TicksAsync(pair.OwnBoard, key, Count)).AsTask();
        await pair.OwnBoard.ReachedAsync($"{key} ticked");
        await pair.Board.OpenAsync(key);
        Verify(await call, kept, await pair.OwnBoard.CountAsync($"dropped item of {method}"));
    }

    private static void Verify(IReadOnlyList<int> numbers, int kept, int dropped)
    {
        Check.Equal(Count, numbers.Count + dropped, "what came and what was dropped");
        Check.That(dropped > Count / 2, $"most was dropped, but it was {dropped} of {Count}");
        Check.Sequence(Enumerable.Range(Count - kept, kept), numbers.Skip(numbers.Count - kept), "the last ticks");
        Check.That(numbers.Zip(numbers.Skip(1)).All(two => two.First < two.Second), "the ticks rise");
    }
}
