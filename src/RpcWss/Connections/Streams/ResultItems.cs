using RpcWss.Generated;

namespace RpcWss.Connections.Streams;

/// <summary>The items of a call's result. Nothing is sent before they are asked for, which can be done once.</summary>
internal sealed class ResultItems<T>(StreamingCallState state, RpcResultReader<T> reader, Action<StreamingCallState, CancellationToken> start) : IAsyncEnumerable<T>
{
    private int _taken;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            throw StreamErrors.EnumeratedTwice(state.Call.Method.Descriptor);
        }

        start(state, cancellationToken);
        return new ItemReader<T>(state, new BatchReader(state.Streams.Receiver(0)!), reader, default);
    }
}
