using RpcWss.Conformance.Processes;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Runner;

/// <summary>A case between two sides that are connected properly, over whatever lies between them.</summary>
internal abstract class PairCase(string name) : ConformanceCase(name)
{
    public override Wire Wires => Wire.Any;

    public sealed override async Task RunAsync(CaseSettings settings)
    {
        var caller = new Side(Caller);
        Pair pair = settings.Wire switch
        {
            Wire.Processes => await ProcessWire.ConnectAsync(caller, this, settings),
            Wire.Loopback or Wire.LoopbackTls12 => await LoopbackWire.ConnectAsync(caller, new Side(Callee), settings),
            _ => MemoryWire.Connect(caller, new Side(Callee), settings),
        };
        try
        {
            await RunAsync(pair, settings);
            await pair.FinishAsync(this);
        }
        finally
        {
            await pair.Caller.CloseAsync();
            await pair.Dispose();
        }
    }

    protected abstract Task RunAsync(Pair pair, CaseSettings settings);
}
