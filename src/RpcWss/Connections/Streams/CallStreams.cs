namespace RpcWss.Connections.Streams;

/// <summary>The streams of one call at one end, by number: 0 is the result, from 1 the parameters. Guarded by the connection's gate.</summary>
internal sealed class CallStreams
{
    private readonly StreamSender?[] _senders;
    private readonly StreamReceiver?[] _receivers;
    private int _undrained;
    private Action? _drained;

    private CallStreams(int parameters)
    {
        _senders = new StreamSender?[parameters + 1];
        _receivers = new StreamReceiver?[parameters + 1];
    }

    /// <summary>Whether anything has arrived.</summary>
    public bool HasBegun => Array.Exists(_receivers, static receiver => receiver is { HasBegun: true });

    /// <summary>Whether an announced item has not arrived completely.</summary>
    public bool IsIncomplete => Array.Exists(_receivers, static receiver => receiver is { IsIncomplete: true });

    /// <summary>How many items of this side were dropped because the peer is slow.</summary>
    public long Dropped => _senders.Sum(static sender => sender?.Dropped ?? 0);

    /// <summary>The streams of a call that this side makes.</summary>
    public static CallStreams ForCaller(ConnectionCore core, RpcMethodDescriptor method)
    {
        var streams = new CallStreams(method.ParameterStreams.Count);
        if (method.ResultStream is not null)
        {
            streams._receivers[0] = new StreamReceiver(core, method, 0, core.ResponseStreams, core.ResponseStreams.FirstWindow);
        }

        for (int number = 1; number < streams._senders.Length; number++)
        {
            RpcStreamDescriptor stream = method.ParameterStreams[number - 1];
            if (stream.Content == RpcStreamContent.Progress)
            {
                streams._receivers[number] = new StreamReceiver(core, method, number, core.ResponseStreams, core.Own.StreamWindow);
            }
            else
            {
                streams._senders[number] = new StreamSender(core, method, number, stream);
            }
        }

        return streams;
    }

    /// <summary>The streams of a call of the peer. Called under the gate.</summary>
    public static CallStreams ForCallee(ConnectionCore core, RpcMethodDescriptor method, ulong callId, long resultWindow)
    {
        var streams = new CallStreams(method.ParameterStreams.Count);
        if (method.ResultStream is { } result)
        {
            streams._senders[0] = new StreamSender(core, method, 0, result);
            streams._senders[0]!.Open(callId, resultWindow, 0);
        }

        for (int number = 1; number < streams._senders.Length; number++)
        {
            RpcStreamDescriptor stream = method.ParameterStreams[number - 1];
            if (stream.Content == RpcStreamContent.Progress)
            {
                streams._senders[number] = new StreamSender(core, method, number, stream);
                streams._senders[number]!.Open(callId, core.Peer.StreamWindow, 0);
            }
            else
            {
                streams._receivers[number] = new StreamReceiver(core, method, number, core.RequestStreams, core.Own.StreamWindow);
                streams._receivers[number]!.Open(callId);
            }
        }

        return streams;
    }

    public StreamSender? Sender(int number) => (uint)number < (uint)_senders.Length ? _senders[number] : null;

    public StreamReceiver? Receiver(int number) => (uint)number < (uint)_receivers.Length ? _receivers[number] : null;

    /// <summary>The CALL of this side was written, at the end of that block of the small lane: its parameter streams may follow.</summary>
    public void Open(ulong callId, long window, long afterBlock)
    {
        for (int number = 0; number < _senders.Length; number++)
        {
            _senders[number]?.Open(callId, window, afterBlock);
            _receivers[number]?.Open(callId);
        }
    }

    /// <summary>Nothing of this side follows before that block of the small lane has left: it holds the headers.</summary>
    public void FollowBlock(long sequence)
    {
        foreach (StreamSender? sender in _senders)
        {
            if (sender is not null)
            {
                sender.AfterBlock = sequence;
            }
        }
    }

    /// <summary>The peer's limits have come: its window for parameter streams is larger than the least by that.</summary>
    public void WindowKnown(long more)
    {
        foreach (StreamSender? sender in _senders)
        {
            sender?.AddCredit(more);
        }
    }

    /// <summary>Runs <paramref name="then"/> under the gate when all that this side's streams hold has left, maybe at once. No item can be added.</summary>
    public void Drain(Action then)
    {
        _drained = then;
        _undrained = 1;
        foreach (StreamSender? sender in _senders)
        {
            if (sender is not null && !sender.IsDrained)
            {
                _undrained++;
                sender.Drained = _ => DrainedOne();
            }
        }

        foreach (StreamSender? sender in _senders)
        {
            sender?.Complete();
        }

        DrainedOne();
    }

    /// <summary>Nothing more is sent: the call is over, or given up.</summary>
    public void StopSenders()
    {
        _drained = null;
        foreach (StreamSender? sender in _senders)
        {
            sender?.Stop();
        }
    }

    /// <summary>No more will come; consumers get <paramref name="error"/>, at once if what has arrived is of no use any more.</summary>
    public void EndReceivers(Exception? error, bool discard)
    {
        foreach (StreamReceiver? receiver in _receivers)
        {
            receiver?.End(error, discard);
        }
    }

    /// <summary>Nobody reads any more: all memory goes back.</summary>
    public void ReleaseReceivers()
    {
        foreach (StreamReceiver? receiver in _receivers)
        {
            receiver?.Release();
        }
    }

    private void DrainedOne()
    {
        if (--_undrained == 0 && _drained is { } then)
        {
            _drained = null;
            then();
        }
    }
}
