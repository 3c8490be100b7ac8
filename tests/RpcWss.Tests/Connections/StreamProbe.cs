using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace RpcWss.Tests.Connections;

/// <summary>Serves <see cref="IStreamProbe"/>; what a test wants done it gives as a function.</summary>
internal sealed class StreamProbe : IStreamProbe
{
    private readonly SemaphoreSlim _finishing = new(0);
    private int _finished;

    public Func<string, CancellationToken, RpcCallContext?, IAsyncEnumerable<byte[]>> Run { get; set; } = static (_, _, _) => AsyncEnumerable.Empty<byte[]>();

    public Func<IAsyncEnumerable<byte[]>, CancellationToken, ValueTask<string>> Consume { get; set; } = static (_, _) => new("");

    /// <summary>How many iterators ran their finally.</summary>
    public int Finished => Volatile.Read(ref _finished);

    /// <summary>Waits until so many more have.</summary>
    public async Task FinishedAsync(int count)
    {
        for (int index = 0; index < count; index++)
        {
            await _finishing.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    public async IAsyncEnumerable<int> CountAsync(int from, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (int number = from; number < from + count; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return number;
            }
        }
        finally
        {
            Interlocked.Increment(ref _finished);
            _finishing.Release();
        }

        await Task.CompletedTask;
    }

    public async ValueTask<long> SumAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken)
    {
        long sum = 0;
        await foreach (int number in numbers.WithCancellation(cancellationToken))
        {
            sum += number;
        }

        return sum;
    }

    public async IAsyncEnumerable<int> DoubleAsync(IAsyncEnumerable<int> numbers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (int number in numbers.WithCancellation(cancellationToken))
        {
            yield return 2 * number;
        }
    }

    public IAsyncEnumerable<byte[]> RunAsync(string input, CancellationToken cancellationToken, RpcCallContext? context) => Run(input, cancellationToken, context);

    public ValueTask<string> ConsumeAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken) => Consume(items, cancellationToken);

    public ValueTask<Stream> DownloadAsync(int length, CancellationToken cancellationToken) => new(new MemoryStream(Bytes(length)));

    public async ValueTask<int> UploadAsync(Stream bytes, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await bytes.CopyToAsync(copy, cancellationToken);
        return copy.ToArray().AsSpan().SequenceEqual(Bytes((int)copy.Length)) ? (int)copy.Length : -1;
    }

    public ValueTask<PipeReader> PipeAsync(PipeReader bytes, CancellationToken cancellationToken) => new(bytes);

    public async ValueTask<string> ReportAsync(int count, IProgress<int>? progress)
    {
        for (int step = 1; step <= count; step++)
        {
            progress?.Report(step);
            await Task.Yield();
        }

        return "done";
    }

    public async IAsyncEnumerable<int> ReportAndCountAsync(int count, IProgress<int> progress)
    {
        for (int item = 1; item <= count; item++)
        {
            progress.Report(item);
            yield return item;
        }

        await Task.CompletedTask;
    }

    public ValueTask<Stream> ReportAndDownloadAsync(int length, IProgress<int> progress)
    {
        progress.Report(length);
        return DownloadAsync(length, default);
    }

    public async IAsyncEnumerable<byte[]> TickAsync(int count)
    {
        for (int tick = 0; tick < count; tick++)
        {
            yield return BitConverter.GetBytes(tick).Concat(new byte[8_000]).ToArray();
        }

        await Task.CompletedTask;
    }

    /// <summary>Bytes that say where each is.</summary>
    public static byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        for (int index = 0; index < length; index++)
        {
            bytes[index] = (byte)((index * 31) ^ (index >> 8));
        }

        return bytes;
    }
}
