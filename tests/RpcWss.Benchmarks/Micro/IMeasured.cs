namespace RpcWss.Benchmarks.Micro;

/// <summary>The least of each kind of call: what it costs is what the engine costs.</summary>
[RpcContract]
public partial interface IMeasured
{
    ValueTask<int> AddAsync(int left, int right);

    /// <summary>A result that is an object, which cannot come without memory.</summary>
    ValueTask<string> NameAsync(int number);

    [RpcMethod(OneWay = true)]
    ValueTask NoteAsync(int number);

    IAsyncEnumerable<int> CountAsync(int count, CancellationToken cancellationToken = default);

    IAsyncEnumerable<byte[]> BlocksAsync(int count, CancellationToken cancellationToken = default);

    ValueTask<int> TakeAsync(IAsyncEnumerable<int> items, CancellationToken cancellationToken = default);

    ValueTask<int> TakeBlocksAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken = default);

    /// <summary>Runs until it is cancelled.</summary>
    ValueTask WaitAsync(CancellationToken cancellationToken = default);
}
