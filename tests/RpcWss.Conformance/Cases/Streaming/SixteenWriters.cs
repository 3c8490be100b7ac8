using System.Threading.Channels;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>One channel that sixteen write to is the stream; what each wrote arrives in its order.</summary>
internal sealed class SixteenWriters() : PairCase("sixteen-concurrent-writers")
{
    private const int Writers = 16;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int each = settings.Count(quick: 1000, full: 50_000);
        var channel = Channel.CreateBounded<long>(64);
        Task<int[]> call = pair.Proxy<IStreams>().PerWriterAsync(channel.Reader.ReadAllAsync(), Writers).AsTask();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer))));
        channel.Writer.Complete();

        Check.Sequence(Enumerable.Repeat(each, Writers), await call, "how many came of each");

        async Task WriteAsync(int writer)
        {
            for (int number = 0; number < each; number++)
            {
                await channel.Writer.WriteAsync(((long)writer << 32) + number);
            }
        }
    }
}
