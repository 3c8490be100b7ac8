using System.Security.Cryptography;
using RemoteFiles.Contracts;

namespace RemoteFiles.Server;

/// <summary>Hashes the beginnings of files.</summary>
internal static class FilePrefixes
{
    private const int BlockSize = 128 * 1024;

    /// <param name="path">The file's full path; where there is none the prefix is empty.</param>
    /// <param name="length">How many bytes at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async ValueTask<FilePrefix> ReadAsync(string path, long length, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using FileStream? content = File.Exists(path) ? FileContent.Open(path) : null;
        long read = content is null ? 0 : await AppendAsync(hash, content, length, cancellationToken);
        return new FilePrefix(read, hash.GetHashAndReset());
    }

    /// <summary>Adds the next bytes of a file to a hash.</summary>
    /// <returns>How many there were; fewer than wanted at the file's end.</returns>
    public static async ValueTask<long> AppendAsync(IncrementalHash hash, Stream content, long length, CancellationToken cancellationToken)
    {
        byte[] block = new byte[BlockSize];
        long left = length;
        while (left > 0 && await content.ReadAsync(block.AsMemory(0, (int)Math.Min(left, BlockSize)), cancellationToken) is > 0 and int count)
        {
            hash.AppendData(block, 0, count);
            left -= count;
        }

        return length - left;
    }
}
