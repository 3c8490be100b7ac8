namespace RpcWss.Conformance.Contracts;

/// <summary>Streams whose producers do not wait for slow consumers. A tick is 1 KiB and starts with its number.</summary>
[RpcContract]
internal partial interface ITickers
{
    /// <summary>How many items wait at the producer's side at most.</summary>
    const int Capacity = 8;

    /// <summary>Ticks so often, marks <c>KEY dropped</c> for each that the call's context says was dropped, and then <c>KEY ticked</c>.</summary>
    [return: RpcStream(WhenSlow = RpcSlowConsumer.DropOldest, Capacity = Capacity)]
    IAsyncEnumerable<byte[]> DroppingAsync(string key, int count, RpcCallContext? context = null);

    [return: RpcStream(WhenSlow = RpcSlowConsumer.LatestOnly)]
    IAsyncEnumerable<byte[]> LatestAsync(string key, int count, RpcCallContext? context = null);

    [return: RpcStream(WhenSlow = RpcSlowConsumer.Fail, Capacity = Capacity)]
    IAsyncEnumerable<byte[]> FailingAsync(string key, int count, RpcCallContext? context = null);

    /// <summary>Waits for the gate, and returns the numbers of the ticks that come then.</summary>
    ValueTask<int[]> FollowDroppingAsync(
        string key, [RpcStream(WhenSlow = RpcSlowConsumer.DropOldest, Capacity = Capacity)] IAsyncEnumerable<byte[]> ticks, CancellationToken cancellationToken = default);

    ValueTask<int[]> FollowLatestAsync(
        string key, [RpcStream(WhenSlow = RpcSlowConsumer.LatestOnly)] IAsyncEnumerable<byte[]> ticks, CancellationToken cancellationToken = default);

    ValueTask<int[]> FollowFailingAsync(
        string key, [RpcStream(WhenSlow = RpcSlowConsumer.Fail, Capacity = Capacity)] IAsyncEnumerable<byte[]> ticks, CancellationToken cancellationToken = default);

    /// <summary>Reports 1, 2 and so on, and marks <c>KEY reported</c>; then waits for the gate or the token.</summary>
    ValueTask<string> ReportAsync(string key, int count, IProgress<int>? progress = null, CancellationToken cancellationToken = default);
}
