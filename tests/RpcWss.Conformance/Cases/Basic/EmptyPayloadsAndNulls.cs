using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Nothing, in its several forms, arrives as the form that was sent.</summary>
internal sealed class EmptyPayloadsAndNulls() : PairCase("empty-payloads-and-nulls")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IEcho echo = pair.Proxy<IEcho>();

        Check.Equal(0, (await echo.BytesAsync([]))!.Length);
        Check.That(await echo.BytesAsync(null) is null);
        Check.Equal("", await echo.TextAsync(""));
        Check.That(await echo.TextAsync(null) is null);
        Check.Equal(0, (await echo.NumbersAsync([]))!.Length);
        Check.That(await echo.NumbersAsync(null) is null);
        Check.That(await pair.Proxy<IShapes>().TreeAsync(null) is null);
        Check.That(await pair.Proxy<IShapes>().TaskAsync(null) is null);
    }
}
