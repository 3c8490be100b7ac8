using System.IO.Pipelines;

namespace RpcWss.Tests.Connections;

/// <summary>Streams of every kind, for the engine's tests.</summary>
[RpcContract]
public partial interface IStreamProbe
{
    IAsyncEnumerable<int> CountAsync(int from, int count, CancellationToken cancellationToken = default);

    ValueTask<long> SumAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default);

    IAsyncEnumerable<int> DoubleAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default);

    /// <summary>What the test gave the service.</summary>
    IAsyncEnumerable<byte[]> RunAsync(string input, CancellationToken cancellationToken = default, RpcCallContext? context = null);

    ValueTask<string> ConsumeAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken = default);

    ValueTask<Stream> DownloadAsync(int length, CancellationToken cancellationToken = default);

    ValueTask<int> UploadAsync(Stream bytes, CancellationToken cancellationToken = default);

    ValueTask<PipeReader> PipeAsync(PipeReader bytes, CancellationToken cancellationToken = default);

    ValueTask<string> ReportAsync(int count, IProgress<int>? progress = null);

    IAsyncEnumerable<int> ReportAndCountAsync(int count, IProgress<int> progress);

    ValueTask<Stream> ReportAndDownloadAsync(int length, IProgress<int> progress);

    [return: RpcStream(WhenSlow = RpcSlowConsumer.DropOldest, Capacity = 4)]
    IAsyncEnumerable<byte[]> TickAsync(int count);
}
