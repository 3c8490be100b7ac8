using System.Security.Cryptography;
using RemoteFiles.Client.Transfers;
using RemoteFiles.Contracts;
using RpcWss;

namespace RemoteFiles.Client.Verbs;

/// <summary>Copies a file to the server. What the server keeps of an earlier run is checked, and not sent again.</summary>
internal static class UploadVerb
{
    private const int BlockSize = 128 * 1024;

    public static async Task RunAsync(Session session, string local, string remote)
    {
        string path = remote.Length == 0 ? Path.GetFileName(local) : remote;
        await using var content = new FileStream(local, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        FilePrefix kept = await session.Transfers.GetPartialUploadAsync(path, session.Cancellation);
        (byte[] sha256, long start) = await HashAsync(content, kept, session.Cancellation);
        if (start < kept.Length)
        {
            Console.Error.WriteLine($"what the server keeps of {Printable.Of(path)} is not the beginning of {local}; starting anew");
        }

        content.Position = start;
        var request = new UploadRequest(path, start, content.Length, sha256, session.Arguments.Replace);
        ProgressBar bar = ProgressBar.ToConsole(content.Length, start);
        try
        {
            // The bar shows what the server says that it has written, not what was handed to the network.
            var paced = new PacedStream(content, session.Arguments.Limit);
            UploadReceipt receipt = await session.Transfers.StoreAsync(request, paced, bar, session.Cancellation);
            bar.End();
            TransferSummary.Print($"uploaded {local} to {path}", receipt.Length, start, bar.Elapsed, receipt.Sha256);
        }
        catch (Exception error)
        {
            bar.End();
            if (error is OperationCanceledException or RpcException { StatusCode: RpcStatusCode.Unavailable })
            {
                Console.Error.WriteLine("the server keeps what came; the same command goes on from there");
            }

            throw;
        }
    }

    /// <summary>The hash of all, and where to start: after what the server keeps, if this is the same.</summary>
    private static async Task<(byte[] Sha256, long Start)> HashAsync(FileStream content, FilePrefix kept, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[BlockSize];
        long read = 0;
        long start = 0;
        while (await content.ReadAsync(block, cancellationToken) is > 0 and int count)
        {
            // The block in which what is kept ends is taken in two parts.
            int first = (int)Math.Clamp(kept.Length - read, 0, count);
            hash.AppendData(block, 0, first);
            if (first > 0 && read + first == kept.Length && hash.GetCurrentHash().AsSpan().SequenceEqual(kept.Sha256))
            {
                start = kept.Length;
            }

            hash.AppendData(block, first, count - first);
            read += count;
        }

        return (hash.GetHashAndReset(), start);
    }
}
