using System.Runtime.CompilerServices;
using RemoteFiles.Contracts;
using RpcWss;

namespace RemoteFiles.Server;

/// <summary>Serves one call whose content is a stream.</summary>
internal sealed class FileTransferService(RootDirectory root, RunningUploads uploads, ServerArguments arguments, ILogger<FileTransferService> logger) : IFileTransfers
{
    // What watches files for changes does not do so on every file system; looking four times a second does.
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(250);

    public async ValueTask<FilePrefix> GetPrefixAsync(string path, long length, CancellationToken cancellationToken) =>
        await FilePrefixes.ReadAsync(ExistingFile(path), length, cancellationToken);

    public ValueTask<Stream> OpenAsync(string path, long offset, CancellationToken cancellationToken)
    {
        FileStream? content = FileContent.Open(ExistingFile(path));
        if (offset < 0 || offset > (content?.Length ?? 0))
        {
            content?.Dispose();
            throw new RpcException(RpcStatusCode.OutOfRange, $"\"{path}\" has {content?.Length ?? 0} bytes, and was to be read from {offset} on.");
        }

        content?.Seek(offset, SeekOrigin.Begin);
        // Whoever asked for it reads it; it is closed when that is done, or given up.
        return new(content ?? Stream.Null);
    }

    public async ValueTask<FilePrefix> GetPartialUploadAsync(string path, CancellationToken cancellationToken) =>
        await FilePrefixes.ReadAsync(UploadPlace.Resolve(root, path).Partial, long.MaxValue, cancellationToken);

    public async ValueTask<UploadReceipt> StoreAsync(UploadRequest request, Stream content, IProgress<long>? written, CancellationToken cancellationToken)
    {
        if (request.Length > arguments.MaxUpload)
        {
            throw new RpcException(RpcStatusCode.ResourceExhausted, $"\"{request.Path}\" has {request.Length} bytes; the server takes {arguments.MaxUpload}. Start it with a larger --max-upload.");
        }

        if (request.Offset < 0 || request.Offset > request.Length)
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"An upload of {request.Length} bytes cannot start at {request.Offset}.");
        }

        UploadPlace place = UploadPlace.Resolve(root, request.Path);
        var upload = new IncomingUpload(place, request);
        try
        {
            using IDisposable entry = uploads.Enter(place);
            UploadReceipt receipt = await upload.ReceiveAsync(content, written, cancellationToken);
            logger.LogInformation("stored {Path}, {Length} bytes", request.Path, receipt.Length);
            return receipt;
        }
        catch (Exception) when (upload.IsUnfinished)
        {
            logger.LogInformation("upload of {Path} interrupted, {Written} bytes are kept", request.Path, upload.Written);
            throw;
        }
    }

    public async IAsyncEnumerable<FollowedPart> FollowAsync(string path, int lines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (lines is < 0 or > LastLines.Most)
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"A file is followed from 0 to {LastLines.Most} lines before its end, not {lines}.");
        }

        ExistingFile(path);
        using var file = new FollowedFile(() => root.Resolve(path), lines);
        using var timer = new PeriodicTimer(_look);
        try
        {
            do
            {
                while (await file.ReadAsync(cancellationToken) is { } part)
                {
                    yield return part;
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        finally
        {
            logger.LogInformation("{Path} is followed no more", path);
        }
    }

    private string ExistingFile(string path)
    {
        string full = root.Resolve(path);
        return File.Exists(full) ? full
            : Directory.Exists(full) ? throw new RpcException(RpcStatusCode.InvalidArgument, $"\"{path}\" is a directory, and a file is needed.")
            : throw new RpcException(RpcStatusCode.NotFound, $"There is no \"{path}\".");
    }
}
