namespace RpcWss.Connections.Streams;

/// <summary>Sends one stream parameter of a call, once the CALL has been written, in the context of the caller. Ends with END, or without it when nobody wants more.</summary>
internal sealed class ParameterPump : IWorkItem
{
    private readonly ConnectionCore _core;
    private readonly PendingCall _call;
    private readonly StreamSender _sender;
    private readonly Func<StreamSender, CancellationToken, ValueTask<bool>> _send;
    private readonly Action? _discard;
    private readonly CancellationTokenSource _stop = new();
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private int _taken;

    /// <param name="core">The connection.</param>
    /// <param name="call">The call whose parameter it is.</param>
    /// <param name="sender">Its stream.</param>
    /// <param name="send">Moves everything into the stream.</param>
    /// <param name="discard">Lets the producer go when the call was never sent; null where nothing has to be done.</param>
    public ParameterPump(ConnectionCore core, PendingCall call, StreamSender sender, Func<StreamSender, CancellationToken, ValueTask<bool>> send, Action? discard)
    {
        _core = core;
        _call = call;
        _sender = sender;
        _send = send;
        _discard = discard;
        sender.Stopped = () => _stop.CancelAsync();
        sender.Drained = _ => End();
    }

    /// <summary>Why the producer failed; null when it did not.</summary>
    public Exception? Failure { get; private set; }

    public void Execute()
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            return;
        }

        if (_context is null)
        {
            _ = RunAsync();
        }
        else
        {
            ExecutionContext.Run(_context, static state => _ = ((ParameterPump)state!).RunAsync(), this);
        }
    }

    /// <summary>Lets the producer go if it was never asked for anything.</summary>
    public void Discard()
    {
        if (Interlocked.Exchange(ref _taken, 1) == 0)
        {
            _discard?.Invoke();
        }
    }

    private async ValueTask RunAsync()
    {
        try
        {
            if (await _send(_sender, _stop.Token).ConfigureAwait(false))
            {
                _sender.Stopped = null;     // nothing is left to stop
                _sender.Complete();
            }
        }
        catch (Exception error)
        {
            if (!_sender.IsStopped)
            {
                Failure = error;
                _sender.Complete();
            }
        }
    }

    // Under the gate.
    private void End()
    {
        (RpcStatusCode code, string? message) = Failure switch
        {
            null => (RpcStatusCode.OK, null),
            RpcException { Method: null } own => (own.StatusCode, own.Message),
            OperationCanceledException => (RpcStatusCode.Cancelled, "The caller's stream was cancelled."),
            _ => (RpcStatusCode.Unknown, "The caller's stream failed."),
        };
        _core.Outgoing.WriteEnd(_call.Id, _sender.Number, code, message);
    }
}
