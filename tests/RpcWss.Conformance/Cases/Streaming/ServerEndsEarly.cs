using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A service that has enough returns. The caller's iterator stops, whether it waits for room, for something else, or was never asked.</summary>
internal sealed class ServerEndsEarly() : PairCase("server-ends-early-and-the-writer-stops")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IStreams streams = pair.Proxy<IStreams>();

        Check.Equal(10L, await streams.TakeAsync(Sources.CountAsync(pair.OwnBoard, "endless", long.MaxValue - Sources.First), 10));
        await pair.OwnBoard.ReachedAsync("endless finally");

        Check.Equal(10L, await streams.TakeAsync(Sources.CountAndWaitAsync(pair.OwnBoard, "waiting", 10), 10));
        await pair.OwnBoard.ReachedAsync("waiting finally");

        Check.Equal(0L, await streams.TakeAsync(Sources.CountAsync(pair.OwnBoard, "unread", long.MaxValue - Sources.First), 0));
        Check.Equal(await pair.OwnBoard.CountAsync("unread started"), await ReachedAsync("unread finally"), "iterators that ended, of those that began");

        async Task<int> ReachedAsync(string mark)
        {
            if (await pair.OwnBoard.CountAsync("unread started") > 0)
            {
                await pair.OwnBoard.ReachedAsync(mark);
            }

            return await pair.OwnBoard.CountAsync(mark);
        }
    }
}
