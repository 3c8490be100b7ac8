using System.Security.Cryptography;

namespace RemoteFiles.Server;

/// <summary>Reads files.</summary>
internal static class FileContent
{
    /// <summary>Opens a file for reading from start to end; null for an empty one.</summary>
    public static FileStream? Open(string path)
    {
        // A pipe or a device has no length either, and opening one might never return.
        return new FileInfo(path).Length == 0
            ? null
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous);
    }

    public static async ValueTask<byte[]> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream? content = Open(path);
        return content is null ? SHA256.HashData([]) : await SHA256.HashDataAsync(content, cancellationToken);
    }

    /// <summary>As <see cref="HashAsync"/>; null where the file cannot be read.</summary>
    public static async ValueTask<byte[]?> TryHashAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await HashAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
