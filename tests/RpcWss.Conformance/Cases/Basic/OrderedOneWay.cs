using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Calls of an ordered contract run one after the other as they were sent, small ones inline and large ones in chunks.</summary>
internal sealed class OrderedOneWay() : PairCase("one-way-of-an-ordered-contract-executed-in-order")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        INotes notes = pair.Proxy<INotes>();
        int count = settings.Count(quick: 500, full: 100_000);
        byte[] large = new byte[20_000];
        for (int number = 0; number < count; number++)
        {
            // A large one announced before small ones still goes first.
            await notes.AppendAsync(number, number % 50 == 7 ? large : null);
        }

        Check.Sequence(Enumerable.Range(0, count), await notes.ReadAsync(), "the numbers in the order of execution");
        Check.Equal(0, await pair.Board.CountAsync("two calls met"));
    }
}
