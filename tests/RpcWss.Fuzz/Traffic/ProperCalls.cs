using System.Runtime.CompilerServices;
using RpcWss.Conformance.Contracts;
using RpcWss.Fuzz.Contracts;

namespace RpcWss.Fuzz.Traffic;

/// <summary>Calls of every kind, as a proper side makes them: to record what one says, and to have the victim call while it is attacked.</summary>
internal static class ProperCalls
{
    private const int Large = 150_000;

    /// <summary>What is called, by name; each call ends when its answer, or its failure, has come.</summary>
    public static IReadOnlyList<(string Name, Func<RpcConnection, CancellationToken, Task> Call)> All { get; } =
    [
        ("unary", (connection, token) => Target(connection).NextAsync(1, token).AsTask()),
        ("text", (connection, _) => Target(connection).TextAsync("text é 🦀").AsTask()),
        ("words", (connection, _) => Target(connection).WordsAsync(new() { ["one"] = [1], ["many"] = [1, 2, 3] }).AsTask()),
        ("chunks", (connection, token) => Target(connection).AnswerAsync(new byte[40_000], 40_000, token).AsTask()),
        ("credit", (connection, token) => Target(connection).AnswerAsync(new byte[Large], Large, token).AsTask()),
        ("fault", (connection, _) => Target(connection).FailAsync(RpcStatusCode.Aborted, "as asked").AsTask()),
        ("metadata", (connection, _) => Target(connection).With(Labelled()).MirrorAsync().AsTask()),
        ("nested", (connection, _) => Target(connection).DescendAsync(3).AsTask()),
        ("one-way", (connection, _) => Target(connection).NoteAsync("note", new byte[100]).AsTask()),
        ("ordered", OrderedAsync),
        ("cancel", CancelAsync),
        ("items-in", (connection, token) => ReadAsync(Target(connection).CountAsync(300, token))),
        ("large-items-in", (connection, token) => ReadAsync(Target(connection).SizesAsync([10, 5_000, 70_000], token))),
        ("items-out", (connection, token) => Target(connection).SumAsync(NumbersAsync(300, token), token).AsTask()),
        ("items-out-stopped", (connection, token) => Target(connection).TakeAsync(ItemsAsync(20, 500, token), 3, token).AsTask()),
        ("large-items-out", (connection, token) => Target(connection).TakeAsync(ItemsAsync(2, 20_000, token), 9, token).AsTask()),
        ("duplex", (connection, token) => ReadAsync(Target(connection).MergeAsync(NumbersAsync(5, token), NumbersAsync(5, token), token))),
        ("failing-source", (connection, token) => Target(connection).SumAsync(FailingAsync(token), token).AsTask()),
        ("bytes-in", DownloadAsync),
        ("bytes-out", (connection, token) => Target(connection).UploadAsync(new MemoryStream(new byte[20_000]), token).AsTask()),
        ("progress", (connection, token) => Target(connection).ReportAsync(3, new Progress<int>(), token).AsTask()),
        ("shapes", ShapesAsync),
    ];

    private static ITarget Target(RpcConnection connection) => connection.GetProxy<ITarget>();

    private static RpcCallOptions Labelled() => new() { Metadata = new RpcMetadata { { "key", "value" }, { "blob", [1, 2, 3] } }, Deadline = TimeSpan.FromSeconds(20) };

    private static async Task OrderedAsync(RpcConnection connection, CancellationToken token)
    {
        ILedger ledger = connection.GetProxy<ILedger>();
        await ledger.AppendAsync(16);
        await ledger.ReadAsync(token);
    }

    private static async Task CancelAsync(RpcConnection connection, CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        Task<int> call = Target(connection).WaitAsync(stop.Token).AsTask();
        await Target(connection).NextAsync(1, token);
        await stop.CancelAsync();
        await call;
    }

    private static async Task DownloadAsync(RpcConnection connection, CancellationToken token)
    {
        await using Stream bytes = await Target(connection).DownloadAsync(20_000, token);
        await bytes.CopyToAsync(Stream.Null, token);
    }

    private static async Task ShapesAsync(RpcConnection connection, CancellationToken token)
    {
        IShapes shapes = connection.GetProxy<IShapes>();
        await shapes.TreeAsync(new Tree("root", [new Tree("leaf", [])]));
        await shapes.AbsentAsync(Conformance.Cases.Basic.ShapeSamples.Something);
        await shapes.CollectionsAsync(Conformance.Cases.Basic.ShapeSamples.Collections);
        await shapes.DictionariesAsync(Conformance.Cases.Basic.ShapeSamples.Dictionaries);
        await shapes.LeavesAsync(Conformance.Cases.Basic.ShapeSamples.Leaves.Last());
        await shapes.NumbersAsync(Conformance.Cases.Basic.ShapeSamples.Numbers.First());
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T _ in items)
        {
        }
    }

    private static async IAsyncEnumerable<long> NumbersAsync(int count, [EnumeratorCancellation] CancellationToken token)
    {
        for (int number = 0; number < count; number++)
        {
            token.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return number;
        }
    }

    private static async IAsyncEnumerable<byte[]> ItemsAsync(int count, int size, [EnumeratorCancellation] CancellationToken token)
    {
        for (int item = 0; item < count; item++)
        {
            token.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return new byte[size];
        }
    }

    private static async IAsyncEnumerable<long> FailingAsync([EnumeratorCancellation] CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        yield return 1;
        await Task.Yield();
        throw new RpcException(RpcStatusCode.DataLoss, "The source is lost.");
    }
}
