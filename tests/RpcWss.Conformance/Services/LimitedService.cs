using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class LimitedService(IStreams streams) : ILimited
{
    public ValueTask<int> SendAsync(byte[] bytes) => new(bytes.Length);

    public ValueTask<byte[]> ReceiveAsync(int length) => new(new byte[length]);

    public IAsyncEnumerable<byte[]> SizesAsync(int[] sizes, CancellationToken cancellationToken) => streams.SizesAsync(sizes, cancellationToken);

    public ValueTask<int[]> VerifyAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken) => streams.VerifyAsync(items, cancellationToken);
}
