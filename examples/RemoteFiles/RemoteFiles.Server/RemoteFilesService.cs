using RemoteFiles.Contracts;
using RpcWss;

namespace RemoteFiles.Server;

/// <summary>Serves one call.</summary>
internal sealed class RemoteFilesService(RootDirectory root, RpcCallContext call, ILogger<RemoteFilesService> logger) : IRemoteFiles
{
    public ValueTask<FilePage> ListAsync(string directory, string? after, int limit, CancellationToken cancellationToken)
    {
        DirectoryPage page = DirectoryPage.Read(ExistingDirectory(directory), after, limit);
        return new(new FilePage(page.Entries, page.Next));
    }

    public ValueTask<FileDetails> GetDetailsAsync(string path, CancellationToken cancellationToken) => new(DetailsOf(path, root.Resolve(path)));

    public async ValueTask<FileHash> HashAsync(string path, CancellationToken cancellationToken)
    {
        string full = root.Resolve(path);
        if (Directory.Exists(full))
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"\"{path}\" is a directory; ask for the hashes of its pages.");
        }

        return File.Exists(full) ? new FileHash(Path.GetFileName(full), await FileContent.HashAsync(full, cancellationToken)) : throw NotFound(path);
    }

    public async ValueTask<HashPage> HashPageAsync(string directory, string? after, int limit, CancellationToken cancellationToken)
    {
        string full = ExistingDirectory(directory);
        DirectoryPage page = DirectoryPage.Read(full, after, limit);
        var hashes = new List<FileHash>();
        foreach (FileEntry file in page.Entries.Where(entry => entry.Kind == FileKind.File))
        {
            hashes.Add(new FileHash(file.Name, await FileContent.TryHashAsync(Path.Join(full, file.Name), cancellationToken)));
        }

        return new HashPage(hashes, page.Next);
    }

    public async ValueTask<SearchSummary> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        if (request.Text.Length is 0 or > 1000)
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, "The text to look for must have 1 to 1,000 characters.");
        }

        string full = ExistingDirectory(request.Directory);
        var search = new TextSearch(request, call.Peer.GetProxy<ISearchSink>());
        try
        {
            return await search.RunAsync(full, request.Directory.Trim('/'), cancellationToken);
        }
        catch (Exception error) when (error is OperationCanceledException or RpcException { StatusCode: RpcStatusCode.Cancelled or RpcStatusCode.Unavailable })
        {
            // A caller that cancels and leaves at once may be gone before the token tells: then it is the hits that reach nobody.
            logger.LogInformation("search given up by the caller after {Files} files", search.Done.Files);
            throw;
        }
    }

    public async ValueTask<DeleteOutcome> DeleteAsync(string path, CancellationToken cancellationToken)
    {
        string full = root.Resolve(path);
        if (root.IsRoot(full))
        {
            throw new RpcException(RpcStatusCode.PermissionDenied, "The directory that is served cannot be deleted.");
        }

        FileDetails before = DetailsOf(path, full);
        if (before.Kind == FileKind.Directory && Directory.EnumerateFileSystemEntries(full).Any())
        {
            throw new RpcException(RpcStatusCode.FailedPrecondition, $"The directory \"{path}\" is not empty. Delete what is in it first.");
        }

        if (!await IsConfirmedAsync(before, cancellationToken))
        {
            return DeleteOutcome.Refused;
        }

        // The caller may have taken hours to answer, and agreed to what it was shown.
        if (DetailsOf(path, root.Resolve(path)) != before)
        {
            throw new RpcException(RpcStatusCode.Aborted, $"\"{path}\" changed meanwhile and was not deleted. Look at it and ask again.");
        }

        if (before.Kind == FileKind.Directory)
        {
            Directory.Delete(full);
        }
        else
        {
            File.Delete(full);
        }

        logger.LogInformation("deleted {Path}", path);
        return DeleteOutcome.Deleted;
    }

    private async ValueTask<bool> IsConfirmedAsync(FileDetails what, CancellationToken cancellationToken)
    {
        try
        {
            return await call.Peer.GetProxy<IConfirmation>().ConfirmDeleteAsync(what, cancellationToken);
        }
        catch (RpcException error) when (error.StatusCode == RpcStatusCode.Unimplemented)
        {
            throw new RpcException(RpcStatusCode.FailedPrecondition, "Nothing is deleted without asking. Host IConfirmation in the client.", error);
        }
    }

    private string ExistingDirectory(string path)
    {
        string full = root.Resolve(path);
        return Directory.Exists(full) ? full
            : File.Exists(full) ? throw new RpcException(RpcStatusCode.InvalidArgument, $"\"{path}\" is a file, and a directory is needed.")
            : throw NotFound(path);
    }

    private static FileDetails DetailsOf(string path, string full)
    {
        bool isDirectory = Directory.Exists(full);
        FileSystemInfo info = isDirectory ? new DirectoryInfo(full) : new FileInfo(full);
        if (!info.Exists)
        {
            throw NotFound(path);
        }

        return new FileDetails(
            path,
            isDirectory ? FileKind.Directory : FileKind.File,
            (info as FileInfo)?.Length ?? 0,
            info.CreationTimeUtc,
            info.LastWriteTimeUtc,
            OperatingSystem.IsWindows() ? null : UnixPermissions.Describe(info.UnixFileMode));
    }

    private static RpcException NotFound(string path) => new(RpcStatusCode.NotFound, $"There is no \"{path}\".");
}
