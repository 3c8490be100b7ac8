using System.Diagnostics;

namespace RpcWss.Benchmarks;

internal sealed class Adder : IAdder
{
    public ValueTask<int> AddAsync(int left, int right) => new(left + right);

    public ValueTask<long> AllocatedBytesAsync() => new(GC.GetTotalAllocatedBytes(precise: true));

    public ValueTask<double> ProcessorMillisecondsAsync() => new(Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds);
}
