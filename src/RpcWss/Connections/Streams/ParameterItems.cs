using RpcWss.Generated;

namespace RpcWss.Connections.Streams;

/// <summary>The items of a stream parameter, as the service gets them. They can be enumerated once, while the call is served.</summary>
internal sealed class ParameterItems<T>(ServedStreams owner, StreamReceiver receiver, RpcResultReader<T> reader) : IAsyncEnumerable<T>
{
    private int _taken;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            throw StreamErrors.EnumeratedTwice(owner.Method);
        }

        return new ItemReader<T>(owner, new BatchReader(receiver), reader, cancellationToken);
    }
}
