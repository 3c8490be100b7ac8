namespace RpcWss.Benchmarks.Node;

/// <summary>The items that are streamed, and how they are counted: the same for all subjects. The source is never waited for.</summary>
internal static class Items
{
    public static async IAsyncEnumerable<int> NumbersAsync(int count)
    {
        for (int number = 0; number < count; number++)
        {
            yield return number;
        }

        await Task.CompletedTask;
    }

    public static async IAsyncEnumerable<byte[]> BlocksAsync(int count, int size)
    {
        byte[] block = new byte[size];
        for (int number = 0; number < count; number++)
        {
            yield return block;
        }

        await Task.CompletedTask;
    }

    public static async Task<int> CountAsync<T>(IAsyncEnumerable<T> items)
    {
        int count = 0;
        await foreach (T _ in items)
        {
            count++;
        }

        return count;
    }

    /// <summary>The items as they come, through an iterator of the service's own.</summary>
    public static async IAsyncEnumerable<T> ReturnAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T item in items)
        {
            yield return item;
        }
    }
}
