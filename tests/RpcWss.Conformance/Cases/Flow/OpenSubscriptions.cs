using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>Streams that stay open take nothing from calls without: with all limits at their defaults nothing fails.</summary>
internal sealed class OpenSubscriptions() : PairCase("300-open-subscriptions-beside-1000-calls")
{
    /// <summary>Calls wait for the limit, on a slow machine for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        const int Subscriptions = 300;
        IIterators iterators = pair.Proxy<IIterators>();
        IAsyncEnumerator<long>[] open = [.. Enumerable.Range(0, Subscriptions).Select(_ => iterators.WaitAsync("open", 1).GetAsyncEnumerator())];
        foreach (IAsyncEnumerator<long> subscription in open)
        {
            Check.That(await subscription.MoveNextAsync());
        }

        for (int round = 0; round < settings.Count(quick: 1, full: 50); round++)
        {
            int[] next = await Task.WhenAll(Enumerable.Range(0, 1000).Select(number => pair.Proxy<IEcho>().NextAsync(number).AsTask()));
            Check.Sequence(Enumerable.Range(1, 1000), next, "the results");
        }

        Check.Equal(0, await pair.Board.CountAsync("open finally"));
        await pair.Board.OpenAsync("open");
        foreach (IAsyncEnumerator<long> subscription in open)
        {
            Check.That(!await subscription.MoveNextAsync());
            await subscription.DisposeAsync();
        }

        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
