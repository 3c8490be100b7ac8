using RpcWss;

namespace RemoteFiles.Contracts;

/// <summary>
/// The files below one directory of the server. Paths are relative to it, with <c>/</c> between names; an empty one is the directory itself. A path
/// that leads out of it, or through a symbolic link, fails with PermissionDenied; one that leads to nothing with NotFound.
/// </summary>
[RpcContract]
public partial interface IRemoteFiles
{
    /// <summary>The entries of a directory, by name in ordinal order, a page at a time.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="after">The last name of the page before; null for the first page.</param>
    /// <param name="limit">How many entries at most, 1 to 2,000.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask<FilePage> ListAsync(string directory, string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>What is known of one file or directory.</summary>
    ValueTask<FileDetails> GetDetailsAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>The SHA-256 of one file.</summary>
    ValueTask<FileHash> HashAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>The SHA-256 of the files that a page of <see cref="ListAsync"/> holds; <paramref name="after"/> and <paramref name="limit"/> mean the same.</summary>
    ValueTask<HashPage> HashPageAsync(string directory, string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Looks for a text in all files below a directory. What it finds, and how far it is, it tells the caller's <see cref="ISearchSink"/>.</summary>
    ValueTask<SearchSummary> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes a file or an empty directory, after it asked the caller's <see cref="IConfirmation"/>. Fails with FailedPrecondition where a directory is not empty, with Aborted
    /// where the file changed while the caller was asked.
    /// </summary>
    ValueTask<DeleteOutcome> DeleteAsync(string path, CancellationToken cancellationToken = default);
}
