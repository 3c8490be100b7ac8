using System.Runtime.CompilerServices;
using RpcWss.Fuzz.Contracts;

namespace RpcWss.Fuzz.Services;

/// <summary>
/// Takes whatever arguments come and never throws what is not meant for the caller: an unhandled exception in the log is then the engine's. Holds no state.
/// </summary>
internal sealed class TargetService : ITarget
{
    private const int MaxLength = 300_000;
    private const int MaxCount = 2_000;

    public ValueTask<int> NextAsync(int value, CancellationToken cancellationToken) => new(unchecked(value + 1));

    public ValueTask<string?> TextAsync(string? text) => new(text);

    public ValueTask<Dictionary<string, int[]>> WordsAsync(Dictionary<string, int[]> words) => new(words);

    public async ValueTask<byte[]> AnswerAsync(byte[] question, int length, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return new byte[Within(length, MaxLength)];
    }

    public async ValueTask<int> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }

    public ValueTask<int> FailAsync(RpcStatusCode status, string message) =>
        throw new RpcException(Enum.IsDefined(status) && status != RpcStatusCode.OK ? status : RpcStatusCode.Unknown, message);

    public ValueTask<int> MirrorAsync(RpcCallContext? context)
    {
        RpcMetadata received = context!.RequestMetadata;
        context.ResponseTrailers.AddRange(received);
        try
        {
            context.SendHeaders(received);
        }
        catch (InvalidOperationException)
        {
            // Called one-way, which has no headers.
        }

        return new(received.Count);
    }

    public async ValueTask<int> DescendAsync(int levels, RpcCallContext? context) =>
        Within(levels, 20) == 0 ? 1 : 1 + await context!.Peer.GetProxy<ITarget>().DescendAsync(Within(levels, 20) - 1);

    public ValueTask NoteAsync(string note, byte[]? ballast) => default;

    public async IAsyncEnumerable<long> CountAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int number = 0; number < Within(count, MaxCount); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (number % 64 == 63)
            {
                await Task.Yield();
            }

            yield return (1L << 40) + number;
        }
    }

    public async IAsyncEnumerable<byte[]> SizesAsync(int[] sizes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (int size in sizes.Take(16))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new byte[Within(size, MaxLength)];
        }
    }

    public async ValueTask<long> SumAsync(IAsyncEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        long sum = 0;
        await foreach (long number in numbers.WithCancellation(cancellationToken))
        {
            sum = unchecked(sum + number);
        }

        return sum;
    }

    public async ValueTask<long> TakeAsync(IAsyncEnumerable<byte[]> items, int count, CancellationToken cancellationToken)
    {
        long length = 0;
        int left = Within(count, MaxCount);
        await foreach (byte[] item in items.WithCancellation(cancellationToken))
        {
            length += item?.Length ?? 0;
            if (--left <= 0)
            {
                break;
            }
        }

        return length;
    }

    public async IAsyncEnumerable<long> MergeAsync(
        IAsyncEnumerable<long> left, IAsyncEnumerable<long> right, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<long> others = right.GetAsyncEnumerator(cancellationToken);
        await foreach (long number in left.WithCancellation(cancellationToken))
        {
            yield return number;
            if (await others.MoveNextAsync())
            {
                yield return others.Current;
            }
        }
    }

    public ValueTask<Stream> DownloadAsync(int length, CancellationToken cancellationToken) => new(new MemoryStream(new byte[Within(length, MaxLength)]));

    public async ValueTask<long> UploadAsync(Stream bytes, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[4096];
        long length = 0;
        while (await bytes.ReadAsync(buffer, cancellationToken) is > 0 and int read)
        {
            length += read;
        }

        return length;
    }

    public async ValueTask<int> ReportAsync(int count, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        for (int report = 0; report < Within(count, 100); report++)
        {
            progress?.Report(report);
        }

        await Task.Yield();
        return count;
    }

    private static int Within(int number, int most) => (int)((uint)number % (uint)(most + 1));
}
