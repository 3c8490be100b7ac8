using MessagePack;

namespace RpcWss.Benchmarks.Transfers;

/// <summary>Streams to measure, small calls to measure beside them, and what the server knows of its own memory.</summary>
[RpcContract]
public partial interface ITransfers
{
    ValueTask<byte[]> EchoAsync(byte[] bytes);

    /// <summary>Numbers from 0.</summary>
    IAsyncEnumerable<long> CountAsync(int count, CancellationToken cancellationToken = default);

    /// <summary>How many numbers came; -1 when they were not 0, 1, 2 and so on.</summary>
    ValueTask<int> CheckAsync(IAsyncEnumerable<long> numbers, CancellationToken cancellationToken = default);

    ValueTask<Stream> DownloadAsync(long length, int seed, CancellationToken cancellationToken = default);

    /// <summary>Reads it to its end and returns the hash.</summary>
    ValueTask<byte[]> UploadAsync(Stream bytes, CancellationToken cancellationToken = default);

    /// <summary>Runs until it is cancelled, and tells its caller then.</summary>
    ValueTask WaitAsync(long number, CancellationToken cancellationToken = default, RpcCallContext? context = null);

    /// <summary>Collects garbage and starts to watch memory anew.</summary>
    ValueTask<MemoryUse> RestAsync();

    /// <summary>The most that was used since.</summary>
    ValueTask<MemoryUse> PeakAsync();
}

/// <summary>What the client hosts.</summary>
[RpcContract]
public partial interface ICancelSink
{
    [RpcMethod(OneWay = true)]
    ValueTask CancelledAsync(long number);
}

/// <summary>Memory of a process.</summary>
/// <param name="Managed">Bytes of live and dead objects.</param>
/// <param name="LargeObjects">Bytes of the large-object heap.</param>
[MessagePackObject]
public sealed record MemoryUse([property: Key(0)] long Managed, [property: Key(1)] long LargeObjects);
