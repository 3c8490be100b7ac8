namespace RpcWss.Conformance.Contracts;

/// <summary>Streams that fail, wait, or are used wrongly. Each iterator marks <c>KEY started</c>, and <c>KEY finally</c> when its finally runs.</summary>
[RpcContract(Name = WireName)]
internal partial interface IIterators
{
    const string WireName = "conformance.iterators";

    /// <summary>So many numbers, then a status of the service's choice.</summary>
    IAsyncEnumerable<long> FailAfterAsync(string key, int count, RpcStatusCode status, string message, CancellationToken cancellationToken = default);

    /// <summary>So many numbers, then an exception that is not for the caller.</summary>
    IAsyncEnumerable<long> ThrowAfterAsync(string key, int count, CancellationToken cancellationToken = default);

    /// <summary>Throws instead of returning a stream.</summary>
    IAsyncEnumerable<long> ThrowAtOnceAsync(CancellationToken cancellationToken = default);

    /// <summary>So many numbers, then an exception from the finally, also when the consumer wanted no more.</summary>
    IAsyncEnumerable<long> ThrowInFinallyAsync(string key, int count, CancellationToken cancellationToken = default);

    /// <summary>So many numbers; then waits for the gate or the token, and ends.</summary>
    IAsyncEnumerable<long> WaitAsync(string key, int count, CancellationToken cancellationToken = default);

    /// <summary>So many numbers; then waits for the gate alone, and ends.</summary>
    IAsyncEnumerable<long> IgnoreAsync(string key, int count, CancellationToken cancellationToken = default);

    /// <summary>Takes numbers, marks <c>KEY item</c> for each, and <c>KEY ended HOW</c> with the status that ended them; fails as they did.</summary>
    ValueTask<int> FollowAsync(string key, IAsyncEnumerable<long> numbers, CancellationToken cancellationToken = default);

    /// <summary>Waits for the gate or the token before it takes anything.</summary>
    ValueTask<long> HoldAsync(string key, IAsyncEnumerable<long> numbers, CancellationToken cancellationToken = default);

    /// <summary>Waits with both streams as <see cref="HoldAsync"/>, and counts on once the gate is open.</summary>
    IAsyncEnumerable<long> HoldBothAsync(string key, IAsyncEnumerable<long> numbers, CancellationToken cancellationToken = default);

    /// <summary>Returns and keeps the streams.</summary>
    ValueTask KeepAsync(string key, IAsyncEnumerable<long> numbers, Stream bytes, CancellationToken cancellationToken = default);

    /// <summary>What using the kept streams throws.</summary>
    ValueTask<string[]> UseKeptAsync(string key);

    /// <summary>Enumerates a second time while it enumerates a first time; what that throws, and how many numbers came.</summary>
    ValueTask<string> EnumerateTwiceAsync(IAsyncEnumerable<long> numbers, CancellationToken cancellationToken = default);
}
