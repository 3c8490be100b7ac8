using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace RpcWss.Benchmarks.Transfers;

internal sealed class TransferService : ITransfers, IDisposable
{
    private readonly MemoryWatch _watch = new();

    public ValueTask<byte[]> EchoAsync(byte[] bytes) => new(bytes);

    public async IAsyncEnumerable<long> CountAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long number = 0; number < count; number++)
        {
            yield return number;
        }

        await Task.CompletedTask;
    }

    public async ValueTask<int> CheckAsync(IAsyncEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        int next = 0;
        await foreach (long number in numbers.WithCancellation(cancellationToken))
        {
            if (number != next++)
            {
                return -1;
            }
        }

        return next;
    }

    public ValueTask<Stream> DownloadAsync(long length, int seed, CancellationToken cancellationToken) => new(new PatternStream(length, seed));

    public async ValueTask<byte[]> UploadAsync(Stream bytes, CancellationToken cancellationToken) => await SHA256.HashDataAsync(bytes, cancellationToken);

    public async ValueTask WaitAsync(long number, CancellationToken cancellationToken, RpcCallContext? context)
    {
        ICancelSink sink = context!.Peer.GetProxy<ICancelSink>();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            await sink.CancelledAsync(number);
        }
    }

    public ValueTask<MemoryUse> RestAsync() => new(_watch.Rest());

    public ValueTask<MemoryUse> PeakAsync() => new(_watch.Peak);

    public void Dispose() => _watch.Dispose();
}
