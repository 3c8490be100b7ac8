using System.Runtime.CompilerServices;

namespace RpcWss.Conformance.Services;

/// <summary>What streams are made of, at either side.</summary>
internal static class Sources
{
    /// <summary>The first number that is counted; as an item it takes nine bytes.</summary>
    public const long First = 1L << 40;

    /// <summary>The bytes of an item at that place.</summary>
    public static byte[] Bytes(int place, int length)
    {
        byte[] bytes = new byte[length];
        new Random(place).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Rising numbers. Marks <c>KEY started</c>, <c>KEY item</c> before each, and <c>KEY finally</c>.</summary>
    public static async IAsyncEnumerable<long> CountAsync(Board board, string key, long count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        board.Mark($"{key} started");
        string item = $"{key} item";
        try
        {
            for (long number = First; number < First + count; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                board.Mark(item);
                yield return number;
            }
        }
        finally
        {
            board.Mark($"{key} finally");
        }

        await Task.CompletedTask;
    }

    /// <summary>The same; then waits for the gate, or the token.</summary>
    public static async IAsyncEnumerable<long> CountAndWaitAsync(Board board, string key, long count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        board.Mark($"{key} started");
        try
        {
            for (long number = First; number < First + count; number++)
            {
                yield return number;
            }

            board.Mark($"{key} waits");
            await board.PassAsync(key, cancellationToken);
        }
        finally
        {
            board.Mark($"{key} finally");
        }
    }

    /// <summary>The same numbers; then fails.</summary>
    public static async IAsyncEnumerable<long> CountAndFailAsync(Board board, string key, long count, Exception failure, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (long number in CountAsync(board, key, count, cancellationToken))
        {
            yield return number;
        }

        throw failure;
    }

    /// <summary>Items of these sizes. Marks <c>KEY item</c> before each, and <c>KEY finally</c>.</summary>
    public static async IAsyncEnumerable<byte[]> SizesAsync(Board board, string key, IEnumerable<int> sizes, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            int place = 0;
            foreach (int size in sizes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                board.Mark($"{key} item");
                yield return Bytes(place++, size);
            }
        }
        finally
        {
            board.Mark($"{key} finally");
        }

        await Task.CompletedTask;
    }

    /// <summary>Ticks of 1 KiB. Marks <c>KEY ticked</c> behind the last, and <c>KEY finally</c>.</summary>
    public static async IAsyncEnumerable<byte[]> TicksAsync(Board board, string key, int count)
    {
        try
        {
            for (int number = 0; number < count; number++)
            {
                byte[] tick = new byte[1024];
                BitConverter.TryWriteBytes(tick, number);
                yield return tick;
            }

            board.Mark($"{key} ticked");
        }
        finally
        {
            board.Mark($"{key} finally");
        }

        await Task.CompletedTask;
    }
}
