using BenchmarkDotNet.Attributes;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Benchmarks.Micro;

/// <summary>A call's slot: taken, found by its id, given back, under the lock that guards it.</summary>
public class CallTableBenchmarks
{
    private readonly Lock _gate = new();
    private readonly CallTable _calls = new(PeerRole.Client);

    /// <summary>How many other calls are under way.</summary>
    [Params(0, 1024)]
    public int Others { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        for (int other = 0; other < Others; other++)
        {
            _calls.Allocate();
        }
    }

    [Benchmark]
    public int TakeAndReturn()
    {
        ulong id;
        lock (_gate)
        {
            id = _calls[_calls.Allocate()].Id;
        }

        lock (_gate)
        {
            int index = _calls.Find(id);
            _calls.Free(index);
            return index;
        }
    }
}
