using System.IO.Pipelines;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A token that has fired already keeps a call with streams from being sent, and its source from being asked.</summary>
internal sealed class CancelBeforeStart() : PairCase("cancel-before-start-sends-nothing")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        await pair.Proxy<IEcho>().EmptyAsync();
        int calls = pair.NumberedCalls;
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        IStreams streams = pair.Proxy<IStreams>();

        await Check.CancelledAsync(streams.CheckAsync(Sources.CountAsync(pair.OwnBoard, "up", 5), source.Token).AsTask(), source.Token);
        await Check.CancelledAsync(streams.CountAsync("down", 5, source.Token).CountAsync().AsTask(), source.Token);
        await Check.CancelledAsync(streams.CountAsync("down", 5).CountAsync(source.Token).AsTask(), source.Token);
        await Check.CancelledAsync(pair.Proxy<IBytes>().DownloadAsync("bytes", 5, source.Token).AsTask(), source.Token);
        PipeReader pipe = PipeReader.Create(new PatternStream(5, () => pair.OwnBoard.Mark("pipe disposed")));
        await Check.CancelledAsync(pair.Proxy<IBytes>().UploadPipeAsync(pipe, source.Token).AsTask(), source.Token);

        await pair.OwnBoard.ReachedAsync("pipe disposed");
        Check.Equal(calls, pair.NumberedCalls);
        Check.Equal(0, await pair.OwnBoard.CountAsync("up started"));
    }
}
