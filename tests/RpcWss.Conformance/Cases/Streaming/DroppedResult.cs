using System.IO.Pipelines;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A result that nobody reads is given up when it is disposed, and never asked for when nobody enumerates it.</summary>
internal sealed class DroppedResult() : PairCase("dropped-result-stream-is-released")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        await using (Stream unread = await pair.Proxy<IBytes>().DownloadAsync("unread", long.MaxValue))
        {
        }

        await pair.Board.ReachedAsync("unread disposed");
        PipeReader pipe = await pair.Proxy<IBytes>().DownloadPipeAsync("pipe", long.MaxValue);
        await pipe.CompleteAsync();
        await pair.Board.ReachedAsync("pipe disposed");
        await using (pair.Proxy<IIterators>().WaitAsync("unasked", 5).GetAsyncEnumerator())
        {
            // An enumerator has begun the call, also when nothing was asked of it.
        }

        int calls = pair.NumberedCalls;
        _ = pair.Proxy<IStreams>().CountAsync("never", 5);
        IAsyncEnumerable<long> source = Sources.CountAsync(pair.OwnBoard, "never", 5);
        _ = pair.Proxy<IStreams>().ReverseAsync(source);
        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
        Check.Equal(calls + 1, pair.NumberedCalls);
        Check.Equal(0, await pair.OwnBoard.CountAsync("never started"));
        Check.Equal(0, await pair.Board.CountAsync("never started"));
    }
}
