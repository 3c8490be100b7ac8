using System.IO.Pipelines;

namespace RpcWss.Conformance.Contracts;

/// <summary>Streams of bytes, each of which holds what <see cref="Services.PatternStream"/> does. What the service gives marks <c>KEY disposed</c> in the end.</summary>
[RpcContract(Name = WireName)]
internal partial interface IBytes
{
    const string WireName = "conformance.bytes";

    ValueTask<Stream> DownloadAsync(string key, long length, CancellationToken cancellationToken = default);

    ValueTask<PipeReader> DownloadPipeAsync(string key, long length, CancellationToken cancellationToken = default);

    /// <summary>The hash of what came.</summary>
    ValueTask<byte[]> UploadAsync(Stream bytes, CancellationToken cancellationToken = default);

    /// <summary>The hash of what came.</summary>
    ValueTask<byte[]> UploadPipeAsync(PipeReader bytes, CancellationToken cancellationToken = default);

    /// <summary>Waits for the gate or the token with a stream unread.</summary>
    ValueTask<int> HoldAsync(string key, Stream bytes, CancellationToken cancellationToken = default);

    /// <summary>Waits for the gate or the token with a pipe unread.</summary>
    ValueTask<int> HoldPipeAsync(string key, PipeReader bytes, CancellationToken cancellationToken = default);
}
