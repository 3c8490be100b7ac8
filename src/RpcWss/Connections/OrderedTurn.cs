namespace RpcWss.Connections;

/// <summary>Lets the calls of an ordered contract run one after the other, in the order in which their CALL frames arrived. Guarded by the connection's gate.</summary>
internal sealed class OrderedTurn
{
    private readonly Queue<IncomingCall> _queue = new();
    private IncomingCall? _current;

    /// <summary>A call arrived, its arguments perhaps not yet.</summary>
    public void Add(IncomingCall call) => _queue.Enqueue(call);

    /// <summary>The call that may run now; null when none may. The caller runs it.</summary>
    public IncomingCall? TakeNext()
    {
        if (_current is not null || !_queue.TryPeek(out IncomingCall? first) || !first.IsReady)
        {
            return null;
        }

        _current = first;
        return _queue.Dequeue();
    }

    /// <summary>A call is done.</summary>
    public void Finished(IncomingCall call)
    {
        if (_current == call)
        {
            _current = null;
        }
    }
}
