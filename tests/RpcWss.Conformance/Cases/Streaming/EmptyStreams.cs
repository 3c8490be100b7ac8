using System.IO.Pipelines;
using System.Security.Cryptography;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A stream without items ends, in each place where a stream can be.</summary>
internal sealed class EmptyStreams() : PairCase("empty-streams")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IStreams streams = pair.Proxy<IStreams>();
        IBytes bytes = pair.Proxy<IBytes>();

        Check.Equal(0L, await streams.CheckAsync(AsyncEnumerable.Empty<long>()));
        Check.Equal(0, await streams.CountAsync("none", 0).CountAsync());
        Check.Equal(0, await streams.ReverseAsync(AsyncEnumerable.Empty<long>()).CountAsync());
        Check.Equal(0, await streams.MergeAsync(AsyncEnumerable.Empty<long>(), AsyncEnumerable.Empty<long>()).CountAsync());
        byte[] uploaded = await bytes.UploadAsync(Stream.Null);
        Check.Same(SHA256.HashData([]), uploaded, "the hash of nothing");
        await using (Stream stream = await bytes.DownloadAsync("none", 0))
        {
            Check.Equal(-1, stream.ReadByte());
        }

        PipeReader pipe = await bytes.DownloadPipeAsync("none", 0);
        ReadResult read = await pipe.ReadAsync();
        Check.That(read.IsCompleted && read.Buffer.IsEmpty);
        await pipe.CompleteAsync();
        await pair.Board.ReachedAsync("none finally");
        await pair.Board.ReachedAsync("none disposed", 2);
    }
}
