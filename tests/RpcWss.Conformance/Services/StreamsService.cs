using System.Runtime.CompilerServices;
using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class StreamsService(Board board) : IStreams
{
    public async ValueTask<long> MeasureAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken)
    {
        long length = 0;
        await foreach (byte[] item in items.WithCancellation(cancellationToken))
        {
            length += item.Length;
        }

        return length;
    }

    public IAsyncEnumerable<byte[]> SizesAsync(int[] sizes, CancellationToken cancellationToken) => Sources.SizesAsync(board, "sizes", sizes, cancellationToken);

    public async ValueTask<int[]> VerifyAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken)
    {
        var sizes = new List<int>();
        await foreach (byte[] item in items.WithCancellation(cancellationToken))
        {
            Require(item.AsSpan().SequenceEqual(Sources.Bytes(sizes.Count, item.Length)), $"item {sizes.Count}");
            sizes.Add(item.Length);
        }

        return [.. sizes];
    }

    public async IAsyncEnumerable<byte[]> AnswersAsync(IAsyncEnumerable<byte[]> questions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (byte[] question in questions.WithCancellation(cancellationToken))
        {
            yield return EchoService.AnswerTo(question, question.Length);
        }
    }

    public IAsyncEnumerable<long> CountAsync(string key, long count, CancellationToken cancellationToken) => Sources.CountAsync(board, key, count, cancellationToken);

    public async ValueTask<long> CheckAsync(IAsyncEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        long next = Sources.First;
        await foreach (long number in numbers.WithCancellation(cancellationToken))
        {
            Require(number == next, $"number {next}");
            next++;
        }

        return next - Sources.First;
    }

    public async IAsyncEnumerable<long> ReverseAsync(IAsyncEnumerable<long> numbers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (long number in (await numbers.ToListAsync(cancellationToken)).AsEnumerable().Reverse())
        {
            yield return number;
        }
    }

    public async IAsyncEnumerable<long> MergeAsync(
        IAsyncEnumerable<long> left, IAsyncEnumerable<long> right, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<long> lefts = left.GetAsyncEnumerator(cancellationToken);
        await using IAsyncEnumerator<long> rights = right.GetAsyncEnumerator(cancellationToken);
        while (await lefts.MoveNextAsync() && await rights.MoveNextAsync())
        {
            yield return lefts.Current;
            yield return rights.Current;
        }
    }

    public async ValueTask<long> TakeAsync(IAsyncEnumerable<long> numbers, int count, CancellationToken cancellationToken) =>
        count == 0 ? 0 : await numbers.Take(count).CountAsync(cancellationToken);

    public IAsyncEnumerable<long> UnaskedAsync(IAsyncEnumerable<long> ignored, int count, CancellationToken cancellationToken) =>
        Sources.CountAsync(board, "unasked", count, cancellationToken);

    public async IAsyncEnumerable<long> ExchangeAsync(string key, long count, IAsyncEnumerable<long> numbers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Task<long> checking = CheckBehindGateAsync();
        await foreach (long number in Sources.CountAsync(board, key, count, cancellationToken))
        {
            yield return number;
        }

        yield return await checking;

        async Task<long> CheckBehindGateAsync()
        {
            await board.PassAsync(key, cancellationToken);
            return await CheckAsync(numbers, cancellationToken);
        }
    }

    public async ValueTask<int[]> PerWriterAsync(IAsyncEnumerable<long> items, int writers, CancellationToken cancellationToken)
    {
        int[] next = new int[writers];
        await foreach (long item in items.WithCancellation(cancellationToken))
        {
            int writer = (int)(item >> 32);
            Require(next[writer]++ == (int)item, $"item {next[writer] - 1} of writer {writer}");
        }

        return next;
    }

    public async IAsyncEnumerable<int> DescendAsync(int levels, [EnumeratorCancellation] CancellationToken cancellationToken, RpcCallContext? context)
    {
        yield return levels;
        IAsyncEnumerable<int> below = levels == 0 ? AsyncEnumerable.Empty<int>() : context!.Peer.GetProxy<IStreams>().DescendAsync(levels - 1);
        await foreach (int level in below.WithCancellation(cancellationToken))
        {
            yield return level;
        }
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new RpcException(RpcStatusCode.DataLoss, $"Expected: {what}");
        }
    }
}
