using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>A call that is done in time is not touched by its deadline, and its handler can see how much is left.</summary>
internal sealed class DeadlineMet() : PairCase("deadline-met")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        var hour = new RpcCallOptions { Deadline = TimeSpan.FromHours(1) };
        var none = new RpcCallOptions { Deadline = Timeout.InfiniteTimeSpan };

        Check.Equal(8, await pair.Proxy<IEcho>().With(hour).NextAsync(7));
        double? left = await pair.Proxy<ITimes>().With(hour).LeftAsync();
        Check.That(left is > 3_500_000 and <= 3_600_001, $"an hour is left, but {left} ms are");
        Check.That(await pair.Proxy<ITimes>().With(none).LeftAsync() is null);
    }
}
