using RpcWss;

namespace RemoteFiles.Contracts;

/// <summary>
/// Files as streams, of any length. Paths are those of <see cref="IRemoteFiles"/>, and refused alike. Whoever is interrupted finds out how much the other end has, checks that it
/// is the same, and goes on from there.
/// </summary>
[RpcContract]
public partial interface IFileTransfers
{
    /// <summary>The beginning of a file, or all of a shorter one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">How many bytes of it, at least 0.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask<FilePrefix> GetPrefixAsync(string path, long length, CancellationToken cancellationToken = default);

    /// <summary>The bytes of a file. Fails with OutOfRange where it has fewer than <paramref name="offset"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="offset">How many bytes to leave out at the beginning.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask<Stream> OpenAsync(string path, long offset, CancellationToken cancellationToken = default);

    /// <summary>What the server keeps of an upload that was interrupted, in a file of the same name and <c>.part</c>; a length of 0 where there is none.</summary>
    ValueTask<FilePrefix> GetPartialUploadAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores a file: what comes goes to <c>.part</c>, and that is renamed when all of it is there and has the right hash. An interrupted upload leaves it for the next one.
    /// Fails with Aborted while another call uploads the same file, with AlreadyExists where there is a file that may not be replaced, with DataLoss where the hash is
    /// wrong (<c>.part</c> is deleted then), with ResourceExhausted above what the server takes or where its disk is full.
    /// </summary>
    /// <param name="request">What, and where to.</param>
    /// <param name="content">The file from <see cref="UploadRequest.Offset"/> on.</param>
    /// <param name="written">Told how many bytes of the file the server has written.</param>
    /// <param name="cancellationToken">Interrupts the upload.</param>
    ValueTask<UploadReceipt> StoreAsync(UploadRequest request, Stream content, IProgress<long>? written = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// The last lines of a file, and from then on whatever is added to it, until the caller has enough. Goes on when the file is cut off or replaced, and while there is none.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="lines">With how many lines to begin, 0 to 1,000; with at most 1 MiB in any case.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<FollowedPart> FollowAsync(string path, int lines, CancellationToken cancellationToken = default);
}
