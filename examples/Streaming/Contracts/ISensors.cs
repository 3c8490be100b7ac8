using System.IO.Pipelines;
using RpcWss;

namespace Streaming.Contracts;

[RpcContract]
public partial interface ISensors
{
    // Items from the service to the caller.
    IAsyncEnumerable<double> WatchAsync(string sensor, CancellationToken cancellationToken = default);

    // Items from the caller to the service, and one result.
    ValueTask<double> AverageAsync(IAsyncEnumerable<double> values, CancellationToken cancellationToken = default);

    // Both at once, each at its own pace.
    IAsyncEnumerable<double> SmoothAsync(IAsyncEnumerable<double> values, CancellationToken cancellationToken = default);

    // Bytes from the service.
    ValueTask<Stream> ExportAsync(string sensor, CancellationToken cancellationToken = default);

    // Bytes from the caller, and reports on the way.
    ValueTask<long> ImportAsync(string sensor, Stream content, IProgress<long>? imported = null, CancellationToken cancellationToken = default);

    // Bytes both ways, as pipes.
    ValueTask<PipeReader> ConvertAsync(PipeReader content, CancellationToken cancellationToken = default);

    // Whoever looks late sees what is there now, and not what was before.
    [return: RpcStream(WhenSlow = RpcSlowConsumer.LatestOnly)]
    IAsyncEnumerable<double> DisplayAsync(string sensor, CancellationToken cancellationToken = default);

    // Items of more than the connection's limit fail in any case; these already above 64 KiB.
    [RpcMethod(MaxPayloadSize = 64 * 1024)]
    IAsyncEnumerable<byte[]> CaptureAsync(string sensor, CancellationToken cancellationToken = default);
}
