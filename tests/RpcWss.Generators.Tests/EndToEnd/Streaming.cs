using System.Collections.Concurrent;
using System.IO.Pipelines;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Items that a test made, as a stream.</summary>
/// <param name="before">What is awaited before the first item.</param>
/// <param name="items">What is streamed.</param>
internal sealed class ItemSource<T>(Func<Task> before, Array items) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private int _next;

    public T Current { get; private set; } = default!;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

    public ValueTask<bool> MoveNextAsync()
    {
        if (_next == 0 && before() is { IsCompletedSuccessfully: false } pending)
        {
            return WaitAsync(pending);
        }

        return new(Next());
    }

    public ValueTask DisposeAsync() => default;

    private async ValueTask<bool> WaitAsync(Task pending)
    {
        await pending;
        return Next();
    }

    private bool Next()
    {
        if (_next == items.Length)
        {
            return false;
        }

        Current = ((T[])items)[_next++];
        return true;
    }
}

/// <summary>Keeps what is reported.</summary>
internal sealed class ReportKeeper<T> : IProgress<T>, IReportKeeper
{
    private readonly ConcurrentQueue<object?> _reports = new();

    public object?[] Reports => [.. _reports];

    public void Report(T value) => _reports.Enqueue(value);
}

/// <summary>The reports, whatever their type.</summary>
internal interface IReportKeeper
{
    object?[] Reports { get; }
}

/// <summary>Streams of any type, as objects.</summary>
internal static class Streaming
{
    public static object Source(Type item, Func<Task> before, Array items) => Activator.CreateInstance(typeof(ItemSource<>).MakeGenericType(item), before, items)!;

    public static object Bytes(Type type, byte[] bytes) => type == typeof(PipeReader) ? PipeReader.Create(new MemoryStream(bytes)) : new MemoryStream(bytes);

    public static IReportKeeper Keeper(Type item) => (IReportKeeper)Activator.CreateInstance(typeof(ReportKeeper<>).MakeGenericType(item))!;

    public static void Report(Type type, object progress, object? value) => type.GetMethod("Report")!.Invoke(progress, [value]);

    /// <summary>Everything that a stream of items brings.</summary>
    public static async Task<Array> ReadItemsAsync(Type item, object stream)
    {
        var read = new List<object?>();
        object items = typeof(IAsyncEnumerable<>).MakeGenericType(item).GetMethod("GetAsyncEnumerator")!.Invoke(stream, [CancellationToken.None])!;
        var current = typeof(IAsyncEnumerator<>).MakeGenericType(item).GetProperty("Current")!;
        var move = typeof(IAsyncEnumerator<>).MakeGenericType(item).GetMethod("MoveNextAsync")!;
        await using ((IAsyncDisposable)items)
        {
            while (await (ValueTask<bool>)move.Invoke(items, [])!)
            {
                read.Add(current.GetValue(items));
            }
        }

        var all = Array.CreateInstance(item, read.Count);
        for (int index = 0; index < all.Length; index++)
        {
            all.SetValue(read[index], index);
        }

        return all;
    }

    /// <summary>Everything that a stream of bytes brings.</summary>
    public static async Task<byte[]> ReadBytesAsync(object stream)
    {
        var bytes = new MemoryStream();
        if (stream is PipeReader pipe)
        {
            await pipe.CopyToAsync(bytes);
            await pipe.CompleteAsync();
        }
        else
        {
            await using var from = (Stream)stream;
            await from.CopyToAsync(bytes);
        }

        return bytes.ToArray();
    }
}
