using System.Threading.Tasks.Sources;

namespace RpcWss.Connections.Streams;

/// <summary>What the producer of a stream awaits while there is no credit or no room. Used again for each wait.</summary>
internal sealed class ProducerWait(WorkQueue work) : IValueTaskSource<bool>, IWorkItem
{
    private ManualResetValueTaskSourceCore<bool> _source;
    private bool _result;

    /// <summary>Whether somebody waits. Under the gate, as the two below.</summary>
    public bool IsWaiting { get; private set; }

    public ValueTask<bool> Begin()
    {
        if (IsWaiting)
        {
            throw new InvalidOperationException("Two producers write to one stream at a time.");
        }

        IsWaiting = true;
        return new ValueTask<bool>(this, _source.Version);
    }

    /// <summary>Lets the producer go on, or stop.</summary>
    public void End(bool result)
    {
        if (IsWaiting)
        {
            IsWaiting = false;
            _result = result;
            work.Wake(this);
        }
    }

    public void Execute() => _source.SetResult(_result);

    public bool GetResult(short token)
    {
        bool result = _source.GetResult(token);
        _source.Reset();
        return result;
    }

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
