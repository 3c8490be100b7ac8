namespace RpcWss.Conformance.Contracts;

/// <summary>Streams of items that go as they should.</summary>
[RpcContract(Name = WireName)]
internal partial interface IStreams
{
    const string WireName = "conformance.streams";

    /// <summary>How many bytes all items have.</summary>
    ValueTask<long> MeasureAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken = default);

    /// <summary>Items of these sizes, each with the bytes that its place says.</summary>
    IAsyncEnumerable<byte[]> SizesAsync(int[] sizes, CancellationToken cancellationToken = default);

    /// <summary>Takes items that were made as those of <see cref="SizesAsync"/>, and returns their sizes; fails when one has other bytes.</summary>
    ValueTask<int[]> VerifyAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken = default);

    /// <summary>Answers each size with an item of that size before it takes the next.</summary>
    IAsyncEnumerable<byte[]> AnswersAsync(IAsyncEnumerable<byte[]> questions, CancellationToken cancellationToken = default);

    /// <summary>Numbers that rise from 2^40, each of which takes nine bytes. Marks <c>KEY started</c> and <c>KEY finally</c>.</summary>
    IAsyncEnumerable<long> CountAsync(string key, long count, CancellationToken cancellationToken = default);

    /// <summary>How many numbers came; fails when they are not those of <see cref="CountAsync"/>.</summary>
    ValueTask<long> CheckAsync(IAsyncEnumerable<long> numbers, CancellationToken cancellationToken = default);

    /// <summary>Answers when it has everything: the same in reverse.</summary>
    IAsyncEnumerable<long> ReverseAsync(IAsyncEnumerable<long> numbers, CancellationToken cancellationToken = default);

    /// <summary>One of the left, one of the right, and so on.</summary>
    IAsyncEnumerable<long> MergeAsync(IAsyncEnumerable<long> left, IAsyncEnumerable<long> right, CancellationToken cancellationToken = default);

    /// <summary>Reads so many and returns.</summary>
    ValueTask<long> TakeAsync(IAsyncEnumerable<long> numbers, int count, CancellationToken cancellationToken = default);

    /// <summary>Answers without having been asked.</summary>
    IAsyncEnumerable<long> UnaskedAsync(IAsyncEnumerable<long> ignored, int count, CancellationToken cancellationToken = default);

    /// <summary>Counts as <see cref="CountAsync"/> and, from when the gate is open, checks as <see cref="CheckAsync"/>; how many it has checked is the last item.</summary>
    IAsyncEnumerable<long> ExchangeAsync(string key, long count, IAsyncEnumerable<long> numbers, CancellationToken cancellationToken = default);

    /// <summary>Takes what several wrote, each a number of its own in the upper half, and returns how many of each came in order.</summary>
    ValueTask<int[]> PerWriterAsync(IAsyncEnumerable<long> items, int writers, CancellationToken cancellationToken = default);

    /// <summary>One item, and behind it those of the same stream of its caller, so many levels down.</summary>
    IAsyncEnumerable<int> DescendAsync(int levels, CancellationToken cancellationToken = default, RpcCallContext? context = null);
}
