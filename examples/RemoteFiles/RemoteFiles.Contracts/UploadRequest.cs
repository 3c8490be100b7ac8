using MessagePack;

namespace RemoteFiles.Contracts;

/// <summary>What is uploaded, and where to.</summary>
/// <param name="Path">Where it goes.</param>
/// <param name="Offset">How many bytes the server keeps of an upload that was interrupted and is continued here; 0 to start anew.</param>
/// <param name="Length">How many bytes the whole file has.</param>
/// <param name="Sha256">The SHA-256 of the whole file.</param>
/// <param name="Replace">Whether it may take the place of a file that is there.</param>
[MessagePackObject]
public sealed record UploadRequest(
    [property: Key(0)] string Path,
    [property: Key(1)] long Offset,
    [property: Key(2)] long Length,
    [property: Key(3)] byte[] Sha256,
    [property: Key(4)] bool Replace);
