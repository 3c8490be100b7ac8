using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>The consumer is free at once; the call's slot is not, until the iterator has ended.</summary>
internal sealed class DeafIterator() : PairCase("iterator-that-ignores-its-token")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        using var source = new CancellationTokenSource();
        IAsyncEnumerator<long> numbers = pair.Proxy<IIterators>().IgnoreAsync("deaf", 1, source.Token).GetAsyncEnumerator();
        Check.That(await numbers.MoveNextAsync());
        await pair.Board.ReachedAsync("deaf waits");
        await source.CancelAsync();

        await Check.CancelledAsync(numbers.MoveNextAsync().AsTask(), source.Token);
        await numbers.DisposeAsync();
        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
        Check.Equal(0, await pair.Board.CountAsync("deaf finally"));
        Check.That(Leaks.Of(pair.Caller).Count > 0, "the slot is taken");

        await pair.Board.OpenAsync("deaf");
        await pair.Board.ReachedAsync("deaf finally");
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
