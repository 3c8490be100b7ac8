using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Overloads that each have a name on the wire stay apart.</summary>
internal sealed class Overloads() : PairCase("overloads")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IEcho echo = pair.Proxy<IEcho>();

        Check.Equal(5, await echo.AddAsync(2, 3));
        Check.Equal("23", await echo.AddAsync("2", "3"));
        Check.Equal(9, await echo.AddAsync(2, 3, 4));
    }
}
