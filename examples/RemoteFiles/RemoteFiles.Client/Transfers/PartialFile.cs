using System.Security.Cryptography;

namespace RemoteFiles.Client.Transfers;

/// <summary>
/// A file that is not complete: it lies beside its target as <c>.part</c> until it is, together with the running hash of what is in it. One program at a time may have it.
/// </summary>
internal sealed class PartialFile : IAsyncDisposable
{
    private const int BlockSize = 128 * 1024;

    private readonly string _target;
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private PartialFile(string target)
    {
        _target = target;
        _file = new FileStream(PathOf(target), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
    }

    public string Path => PathOf(_target);

    /// <summary>How many bytes are there.</summary>
    public long Length { get; private set; }

    /// <summary>The SHA-256 of them.</summary>
    public byte[] Sha256 => _hash.GetCurrentHash();

    /// <summary>Opens what an interrupted transfer left, or begins anew.</summary>
    public static async ValueTask<PartialFile> OpenAsync(string target, CancellationToken cancellationToken)
    {
        var partial = new PartialFile(target);
        try
        {
            await partial.ReadAsync(cancellationToken);
            return partial;
        }
        catch
        {
            await partial.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets what is there.</summary>
    public void Clear()
    {
        _file.SetLength(0);
        _file.Position = 0;
        _hash.GetHashAndReset();
        Length = 0;
    }

    /// <summary>Adds all of a stream.</summary>
    public async ValueTask AppendAsync(Stream content, IProgress<long> progress, CancellationToken cancellationToken)
    {
        byte[] block = new byte[BlockSize];
        while (await content.ReadAsync(block, cancellationToken) is > 0 and int count)
        {
            await _file.WriteAsync(block.AsMemory(0, count), cancellationToken);
            _hash.AppendData(block, 0, count);
            Length += count;
            progress.Report(Length);
        }
    }

    /// <summary>Puts the file into its place, in one step.</summary>
    public async ValueTask CompleteAsync(bool replace)
    {
        _file.Flush(flushToDisk: true);
        await _file.DisposeAsync();
        File.Move(Path, _target, replace);
    }

    /// <summary>Deletes it.</summary>
    public async ValueTask DiscardAsync()
    {
        await _file.DisposeAsync();
        File.Delete(Path);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _hash.Dispose();
    }

    private static string PathOf(string target) => target + ".part";

    private async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        byte[] block = new byte[BlockSize];
        while (await _file.ReadAsync(block, cancellationToken) is > 0 and int count)
        {
            _hash.AppendData(block, 0, count);
            Length += count;
        }
    }
}
