using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class IteratorsService(Board board) : IIterators
{
    private readonly ConcurrentDictionary<string, (IAsyncEnumerable<long> Numbers, Stream Bytes)> _kept = new();

    public IAsyncEnumerable<long> FailAfterAsync(string key, int count, RpcStatusCode status, string message, CancellationToken cancellationToken) =>
        Sources.CountAndFailAsync(board, key, count, new RpcException(status, message), cancellationToken);

    public IAsyncEnumerable<long> ThrowAfterAsync(string key, int count, CancellationToken cancellationToken) =>
        Sources.CountAndFailAsync(board, key, count, new InvalidOperationException("secret"), cancellationToken);

    public IAsyncEnumerable<long> ThrowAtOnceAsync(CancellationToken cancellationToken) => throw new RpcException(RpcStatusCode.NotFound, "no such stream");

    public async IAsyncEnumerable<long> ThrowInFinallyAsync(string key, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (long number in Sources.CountAsync(board, key, count, cancellationToken))
            {
                yield return number;
            }
        }
        finally
        {
            ThrowLate();
        }
    }

    public IAsyncEnumerable<long> WaitAsync(string key, int count, CancellationToken cancellationToken) =>
        Sources.CountAndWaitAsync(board, key, count, cancellationToken);

    public async IAsyncEnumerable<long> IgnoreAsync(string key, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (long number in Sources.CountAndWaitAsync(board, key, count, CancellationToken.None))
        {
            yield return number;
        }
    }

    public async ValueTask<int> FollowAsync(string key, IAsyncEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        int count = 0;
        board.Mark($"{key} started");
        try
        {
            await foreach (long number in numbers.WithCancellation(cancellationToken))
            {
                count++;
                board.Mark($"{key} item");
            }

            board.Mark($"{key} ended OK");
            return count;
        }
        catch (RpcException error)
        {
            board.Mark($"{key} ended {error.StatusCode}");
            throw;
        }
        catch (OperationCanceledException)
        {
            board.Mark($"{key} ended by its token");
            throw;
        }
    }

    public async ValueTask<long> HoldAsync(string key, IAsyncEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        board.Mark($"{key} started");
        await WaitingService.PassAsync(board, key, cancellationToken);
        return await numbers.CountAsync(cancellationToken);
    }

    public async IAsyncEnumerable<long> HoldBothAsync(string key, IAsyncEnumerable<long> numbers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (long number in Sources.CountAndWaitAsync(board, key, 100_000, cancellationToken))
        {
            yield return number;
        }

        yield return await numbers.CountAsync(cancellationToken);
    }

    public ValueTask KeepAsync(string key, IAsyncEnumerable<long> numbers, Stream bytes, CancellationToken cancellationToken)
    {
        _kept[key] = (numbers, bytes);
        return default;
    }

    public async ValueTask<string[]> UseKeptAsync(string key) =>
    [
        await ErrorOfAsync(async () => await _kept[key].Numbers.CountAsync()),
        await ErrorOfAsync(async () => await _kept[key].Bytes.CopyToAsync(Stream.Null)),
    ];

    public async ValueTask<string> EnumerateTwiceAsync(IAsyncEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        int count = 0;
        string error = "";
        await foreach (long number in numbers.WithCancellation(cancellationToken))
        {
            error = count++ == 0 ? await ErrorOfAsync(async () => await numbers.CountAsync(cancellationToken)) : error;
        }

        return $"{error} {count}";
    }

    private static void ThrowLate() => throw new RpcException(RpcStatusCode.Aborted, "late");

    private static async Task<string> ErrorOfAsync(Func<Task> use)
    {
        try
        {
            await use();
            return "nothing";
        }
        catch (Exception error)
        {
            return error.GetType().Name;
        }
    }
}
