namespace RpcWss.Connections;

/// <summary>One entry of a <see cref="CallTable"/>. It lives until the peer's STATUS, even when the caller has long gone: the peer's slot is taken until then.</summary>
internal struct CallSlot
{
    /// <summary>The call's id; 0 for a free slot.</summary>
    public ulong Id;

    /// <summary>Who waits for the outcome; null when nobody does any more.</summary>
    public PendingCall? Call;

    /// <summary>Arguments still being sent in chunks, or waiting for credit.</summary>
    public BulkSend? Upload;

    /// <summary>A large result being received; the reader's alone.</summary>
    public IncomingPayload? Result;

    /// <summary>The call being served that this one was made back for; null for none.</summary>
    public CallScope? Parent;

    /// <summary>How many calls of the peer, made back while it serves this one, run here; one of each kind has this one's slot.</summary>
    public CallCounts NestedCalls;

    /// <summary>How many calls that serve each other enclose this one.</summary>
    public int Depth;

    /// <summary>Whether the call has streams, and so falls under the limit on those.</summary>
    public bool IsStreaming;

    /// <summary>Whether the call is one-way: it ends when its arguments have been sent, no STATUS follows.</summary>
    public bool IsOneWay;
}
