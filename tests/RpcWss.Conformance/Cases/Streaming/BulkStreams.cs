using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Bytes as a Stream: as many as one likes, without either side holding more than a window.</summary>
internal sealed class BulkStreams() : PairCase("stream-each-way-hash-equal")
{
    // One byte at a time it would take minutes and show nothing that pipes do not.
    public override Wire Wires => Wire.Any & ~Wire.SingleBytes;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        long length = settings.Count(quick: 64, full: 1024) * 1024L * 1024;
        byte[] expected = await PatternStream.HashAsync(new PatternStream(length));

        await using (Stream down = await pair.Proxy<IBytes>().DownloadAsync("down", length))
        {
            byte[] downloaded = await PatternStream.HashAsync(down);
            Check.Same(expected, downloaded, "the hash of what was downloaded");
        }

        byte[] uploaded = await pair.Proxy<IBytes>().UploadAsync(new PatternStream(length));
        Check.Same(expected, uploaded, "the hash of what was uploaded");
        await pair.Board.ReachedAsync("down disposed");
    }
}
