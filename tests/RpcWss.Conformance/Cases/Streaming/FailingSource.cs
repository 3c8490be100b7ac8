using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>What the caller's own code throws does not travel, but its caller sees it; the service learns the code.</summary>
internal sealed class FailingSource() : PairCase("source-that-fails-at-the-caller")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IIterators iterators = pair.Proxy<IIterators>();

        var own = new InvalidDataException("private");
        RpcException unknown = await Check.FailsAsync(RpcStatusCode.Unknown, iterators.FollowAsync("own", Sources.CountAndFailAsync(pair.OwnBoard, "own", 3, own)));
        Check.That(unknown.InnerException == own);
        Check.That(!unknown.Message.Contains("private"), "the message has not travelled");
        Check.Equal(3, await pair.Board.CountAsync("own item"));
        Check.Equal(1, await pair.Board.CountAsync("own ended Unknown"));

        var cancelled = new OperationCanceledException();
        RpcException given = await Check.FailsAsync(RpcStatusCode.Cancelled, iterators.FollowAsync("gone", Sources.CountAndFailAsync(pair.OwnBoard, "gone", 0, cancelled)));
        Check.That(given.InnerException == cancelled);
        Check.Equal(1, await pair.Board.CountAsync("gone ended Cancelled"));

        // A source of bytes, and one that the service does not read to its failure.
        var broken = new IOException("disk");
        RpcException bytes = await Check.FailsAsync(RpcStatusCode.Unknown, pair.Proxy<IBytes>().UploadAsync(new BrokenStream(broken)));
        Check.That(bytes.InnerException == broken);
        Check.Equal(2L, await pair.Proxy<IStreams>().TakeAsync(Sources.CountAndFailAsync(pair.OwnBoard, "unread", 2, own), 2));
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }

    private sealed class BrokenStream(Exception failure) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromException<int>(failure);
    }
}
