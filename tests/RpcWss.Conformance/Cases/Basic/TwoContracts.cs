using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Contracts share a connection without knowing of each other; methods of one name stay apart.</summary>
internal sealed class TwoContracts() : PairCase("two-contracts-on-one-connection")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IEcho echo = pair.Proxy<IEcho>();
        IChain chain = pair.Proxy<IChain>();
        IShapes shapes = pair.Proxy<IShapes>();

        var next = new List<Task<int>>();
        var ends = new List<Task<int>>();
        for (int call = 0; call < 50; call++)
        {
            next.Add(echo.NextAsync(call).AsTask());
            ends.Add(chain.DescendAsync(0).AsTask());
        }

        Check.Sequence(Enumerable.Range(1, 50), await Task.WhenAll(next), "the results of one contract");
        Check.Sequence(Enumerable.Repeat(1, 50), await Task.WhenAll(ends), "the results of the other");

        // Both have a NumbersAsync.
        Check.Sequence([1, 2], (await echo.NumbersAsync([1, 2]))!, "the array of numbers");
        Check.Equal(7, (await shapes.NumbersAsync(new Numbers(true, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, Half.One, 12, 13))).Int64);
    }
}
