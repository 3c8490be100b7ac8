using System.Security.Cryptography;
using RemoteFiles.Contracts;
using RpcWss;

namespace RemoteFiles.Server;

/// <summary>One upload: adds to the partial file, and puts it into its place when it is complete and right. What fails before that leaves the partial file.</summary>
internal sealed class IncomingUpload(UploadPlace place, UploadRequest request)
{
    private const int BlockSize = 64 * 1024;
    private const long BytesPerReport = 256 * 1024;

    private bool _hasBegun;

    /// <summary>How many bytes the partial file has.</summary>
    public long Written { get; private set; }

    /// <summary>Whether there is something to go on from.</summary>
    public bool IsUnfinished => _hasBegun && Written < request.Length;

    public async ValueTask<UploadReceipt> ReceiveAsync(Stream content, IProgress<long>? written, CancellationToken cancellationToken)
    {
        RequireReplaceable();
        byte[] sha256;
        await using (FileStream partial = Open())
        using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            await FilePrefixes.AppendAsync(hash, partial, request.Offset, cancellationToken);
            Written = request.Offset;
            _hasBegun = true;
            await CopyAsync(content, partial, hash, written, cancellationToken);
            partial.Flush(flushToDisk: true);
            sha256 = hash.GetHashAndReset();
        }

        if (!sha256.AsSpan().SequenceEqual(request.Sha256))
        {
            File.Delete(place.Partial);
            throw new RpcException(
                RpcStatusCode.DataLoss, $"What came of \"{request.Path}\" does not have the SHA-256 that was announced. It was deleted; upload the file anew.");
        }

        Commit();
        return new UploadReceipt(Written, sha256);
    }

    private FileStream Open()
    {
        var partial = new FileStream(place.Partial, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        try
        {
            if (partial.Length < request.Offset)
            {
                throw new RpcException(
                    RpcStatusCode.FailedPrecondition, $"The server has {partial.Length} bytes of \"{request.Path}\", and the upload starts at {request.Offset}. Ask what it has, and go on from there.");
            }

            partial.SetLength(request.Offset);
            return partial;
        }
        catch
        {
            partial.Dispose();
            throw;
        }
    }

    private async ValueTask CopyAsync(Stream content, FileStream partial, IncrementalHash hash, IProgress<long>? written, CancellationToken cancellationToken)
    {
        byte[] block = new byte[BlockSize];
        long reported = Written;
        while (await content.ReadAsync(block, cancellationToken) is > 0 and int count)
        {
            if (Written + count > request.Length)
            {
                throw new RpcException(RpcStatusCode.InvalidArgument, $"More came of \"{request.Path}\" than the {request.Length} bytes that were announced.");
            }

            await partial.WriteAsync(block.AsMemory(0, count), cancellationToken);
            hash.AppendData(block, 0, count);
            Written += count;
            if (Written - reported >= BytesPerReport || Written == request.Length)
            {
                written?.Report(reported = Written);
            }
        }

        if (Written < request.Length)
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"\"{request.Path}\" ended after {Written} of the {request.Length} bytes that were announced.");
        }
    }

    // In one step: whoever opens the file sees the old one or the new one, and never a part.
    private void Commit()
    {
        RequireReplaceable();
        File.Move(place.Partial, place.Full, request.Replace);
    }

    private void RequireReplaceable()
    {
        if (!request.Replace && File.Exists(place.Full))
        {
            throw new RpcException(RpcStatusCode.AlreadyExists, $"There is a \"{request.Path}\" already. Say that it may be replaced, or choose another name.");
        }
    }
}
