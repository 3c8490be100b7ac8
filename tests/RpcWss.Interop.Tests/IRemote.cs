namespace RpcWss.Interop.Tests;

/// <summary>A call of each kind that something in between may treat differently.</summary>
[RpcContract(Name = "Interop.IRemote")]
public partial interface IRemote
{
    ValueTask<string> EchoAsync(string text, CancellationToken cancellationToken = default);

    IAsyncEnumerable<int> CountAsync(int count, CancellationToken cancellationToken = default);

    ValueTask<long> SumAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default);

    ValueTask<byte[]> DoubleAsync(byte[] data, CancellationToken cancellationToken = default);
}
