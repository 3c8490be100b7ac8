using System.Runtime.CompilerServices;

namespace RpcWss.Interop.Tests;

internal sealed class Remote : IRemote
{
    public ValueTask<string> EchoAsync(string text, CancellationToken cancellationToken = default) => new(text);

    public async IAsyncEnumerable<int> CountAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (int number = 0; number < count; number++)
        {
            yield return number;
        }

        await Task.CompletedTask;
    }

    public async ValueTask<long> SumAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default)
    {
        long sum = 0;
        await foreach (int number in numbers.WithCancellation(cancellationToken))
        {
            sum += number;
        }

        return sum;
    }

    public ValueTask<byte[]> DoubleAsync(byte[] data, CancellationToken cancellationToken = default) => new([.. data, .. data]);
}
