namespace RpcWss.Conformance.Contracts;

/// <summary>Methods whose payloads are bounded by the contract, below what the connection accepts.</summary>
[RpcContract]
internal partial interface ILimited
{
    const int Limit = 100_000;

    [RpcMethod(MaxPayloadSize = Limit)]
    ValueTask<int> SendAsync(byte[] bytes);

    [RpcMethod(MaxPayloadSize = Limit)]
    ValueTask<byte[]> ReceiveAsync(int length);

    [RpcMethod(MaxPayloadSize = Limit)]
    IAsyncEnumerable<byte[]> SizesAsync(int[] sizes, CancellationToken cancellationToken = default);

    [RpcMethod(MaxPayloadSize = Limit)]
    ValueTask<int[]> VerifyAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken = default);
}
