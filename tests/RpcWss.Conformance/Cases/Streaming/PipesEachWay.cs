using System.IO.Pipelines;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Bytes as a PipeReader; the engine completes the one that it is given.</summary>
internal sealed class PipesEachWay() : PairCase("pipe-reader-each-way-hash-equal")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        long length = settings.Wire == Wire.SingleBytes ? 300_000 : settings.Count(quick: 8, full: 256) * 1024L * 1024;
        byte[] expected = await PatternStream.HashAsync(new PatternStream(length));

        PipeReader down = await pair.Proxy<IBytes>().DownloadPipeAsync("down", length);
        byte[] downloaded = await PatternStream.HashAsync(down.AsStream());
        await down.CompleteAsync();
        Check.Same(expected, downloaded, "the hash of what was downloaded");

        PipeReader up = PipeReader.Create(new PatternStream(length, () => pair.OwnBoard.Mark("up disposed")));
        byte[] uploaded = await pair.Proxy<IBytes>().UploadPipeAsync(up);
        Check.Same(expected, uploaded, "the hash of what was uploaded");
        await pair.OwnBoard.ReachedAsync("up disposed");
        await pair.Board.ReachedAsync("down disposed");
    }
}
