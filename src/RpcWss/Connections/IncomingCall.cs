using System.Buffers;
using System.Runtime.CompilerServices;
using MessagePack;
using RpcWss.Connections.Streams;
using RpcWss.Generated;
using RpcWss.Services;

namespace RpcWss.Connections;

/// <summary>
/// A call of the peer, from its CALL frame to its STATUS. Pooled; belongs to the receive loop until it is ready, to a drainer and the handler until
/// <see cref="Finish"/>, and after that to the send queue. What may be touched at any time is marked so.
/// </summary>
internal sealed partial class IncomingCall : RpcIncomingCall, IWorkItem, IHandedOver
{
    private readonly ConnectionCore _core;
    private readonly Action _handlerCompleted;
    private ValueTaskAwaiter _handler;
    private ServedCallContext? _context;
    private CancellationTokenSource? _cancellation;     // any thread, by compare-and-swap
    private volatile CallCancelReason _cancelReason;    // any thread

    public IncomingCall(ConnectionCore core)
    {
        _core = core;
        _handlerCompleted = HandlerCompleted;
    }

    public RpcConnection Connection => _core.Connection;

    public ulong Id { get; set; }

    public IncomingMethod Method { get; set; } = null!;

    public bool IsOneWay { get; set; }

    public RpcMetadata? RequestMetadata { get; set; }

    public long Started { get; set; }

    public long Due { get; set; }

    /// <summary>How many calls that serve each other enclose this one, itself included.</summary>
    public int Depth { get; set; }

    /// <summary>The call of this side that this one was made back for; 0 for none. Under the gate.</summary>
    public ulong NestedIn { get; set; }

    /// <summary>How many calls that the handler makes back are at the peer; one of them has this one's slot there. Under the gate.</summary>
    public CallCounts NestedCalls;

    /// <summary>The call's streams; null for a call without.</summary>
    public CallStreams? Streams { get; set; }

    public bool IsStreaming => !IsOneWay && Method.Hosted is { Descriptor.IsStreaming: true };

    /// <summary>Whether the handler has returned and what it returned is on its way. Under the gate.</summary>
    public bool IsResponding { get; set; }

    /// <summary>What a one-way call holds of the window until it is done.</summary>
    public long OneWayCost { get; set; }

    /// <summary>Arguments that arrive in chunks; null for inline ones.</summary>
    public IncomingPayload? Upload { get; set; }

    /// <summary>Whether the arguments are complete, or will not be needed. Under the gate for a call in an ordered turn.</summary>
    public bool IsReady { get; set; }

    public PayloadBuffer Arguments { get; set; } = new();

    public PayloadBuffer ResultBytes { get; set; } = new();

    /// <summary>The result on its way out in chunks, with the status to follow it. Under the gate.</summary>
    public BulkSend? ResultUpload { get; set; }

    /// <summary>What to answer once the result has left. Under the gate.</summary>
    public CallReply PendingReply { get; set; } = CallReply.Success;

    /// <summary>What to answer whatever the handler says: the caller broke the protocol. Under the gate.</summary>
    public CallReply? Rejection { get; set; }

    /// <summary>What calls made by the handler inherit; null where they inherit nothing. Under the gate.</summary>
    public CallScope? Scope { get; set; }

    public HostedMethod Hosted => Method.Hosted!;

    /// <summary>Whether the service's method was entered, at any attempt: if not, the caller is told so, whoever refused the call. Of the handler's thread.</summary>
    public bool WasEntered { get; private set; }

    /// <summary>Whether the arguments do not decode. Of the handler's thread.</summary>
    public bool ArgumentsRejected { get; private set; }

    /// <summary>Why the call should stop. May be read at any time.</summary>
    public CallCancelReason CancelReason => _cancelReason;

    public override CancellationToken CancellationToken
    {
        get
        {
            if (_cancellation is { } existing)
            {
                return existing.Token;
            }

            var source = new CancellationTokenSource();
            if (Interlocked.CompareExchange(ref _cancellation, source, null) is { } other)
            {
                return other.Token;
            }

            // RequestCancel either saw the new source or had set the reason before; nobody listens yet.
            if (_cancelReason != CallCancelReason.None)
            {
                source.Cancel();
            }

            return source.Token;
        }
    }

    public override RpcCallContext Context => _context ??= new ServedCallContext(_core, this);

    protected override IBufferWriter<byte> Result => ResultBytes;

    /// <summary>Tells the handler to stop. Returns at once: what the token's listeners do runs on the thread pool.</summary>
    public void RequestCancel(CallCancelReason reason)
    {
        if (_cancelReason == CallCancelReason.None)
        {
            _cancelReason = reason;
            Interlocked.MemoryBarrier();
            _ = _cancellation?.CancelAsync();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]      // as PayloadBuffer.CreateReader
    public override MessagePackReader BeginArguments(out int count)
    {
        MessagePackReader reader = Arguments.CreateReader();
        count = reader.ReadArrayHeader();
        reader.Depth = 1;   // the array itself
        return reader;
    }

    public override void EndArguments(ref MessagePackReader reader, int read, int count)
    {
        for (int skipped = read; skipped < count; skipped++)
        {
            RpcFormat.Skip(ref reader);
        }

        if (!reader.End)
        {
            throw new MessagePackSerializationException("Bytes follow the last argument.");
        }

        // A dispatcher does nothing that can refuse the call between this and the service's method.
        WasEntered = true;
    }

    public override RpcValueReader BeginValues(int count) => Arguments.TryGetSpan(out ReadOnlySpan<byte> bytes) ? new RpcValueReader(bytes, count) : new RpcValueReader(default, count);

    public override bool EndValues(in RpcValueReader reader) => WasEntered = reader.IsComplete;

    public override Exception ArgumentError(string parameter, Exception cause)
    {
        ArgumentsRejected = true;
        if (cause is RpcException { Method: null })
        {
            return cause;
        }

        string hint = Method.HashDiffers ? " The two ends were built from different signatures of this method." : "";
        return new RpcException(
            RpcStatusCode.InvalidArgument, $"The argument \"{parameter}\" of {Method.FullName} could not be decoded: {cause.Message}{hint}", cause);
    }

    public override Exception MissingArgument(string parameter)
    {
        ArgumentsRejected = true;
        return new RpcException(
            RpcStatusCode.InvalidArgument, $"The argument \"{parameter}\" of {Method.FullName} is missing, and it has no default value.");
    }

    /// <summary>The next in its bucket of the table. Under the gate.</summary>
    public IncomingCall? NextInBucket { get; set; }

    void IHandedOver.TakenOver(long now) => _core.Incoming.Finish(this);

    public void Execute()
    {
        if (_cancelReason != CallCancelReason.None)
        {
            _core.Incoming.Finished(this, CallReplies.Cancelled(this, notExecuted: true));
            return;
        }

        if (Hosted.Binding.FlowsCallState)
        {
            Scope = new CallScope(_core, this);
            CallScope.Current = Scope;
        }

        try
        {
            _handler = (_core.Setup.IncomingInterceptors.Length == 0 ? DispatchAsync() : IncomingInterception.RunAsync(_core, this)).GetAwaiter();
        }
        catch (Exception error)
        {
            Finish(error);
            return;
        }

        if (_handler.IsCompleted)
        {
            HandlerCompleted();
        }
        else
        {
            _handler.UnsafeOnCompleted(_handlerCompleted);
        }
    }

    /// <summary>Calls the service. The arguments stay, so that an interceptor may do it again.</summary>
    public ValueTask DispatchAsync() => Hosted.Binding.DispatchAsync(Hosted.Descriptor.Ordinal, this);

    /// <summary>Forgets everything, for the next call.</summary>
    public void Reset()
    {
        Arguments.Clear();
        ResultBytes.Clear();
        Id = 0;
        Method = null!;
        RequestMetadata = null;
        NestedIn = 0;
        NestedCalls = default;
        Streams = null;
        IsResponding = false;
        Upload = null;
        IsReady = false;
        ResultUpload = null;
        PendingReply = CallReply.Success;
        Rejection = null;
        Scope = null;
        _handler = default;
        _context = null;
        _cancellation = null;
        _cancelReason = CallCancelReason.None;
        WasEntered = false;
        ArgumentsRejected = false;
    }

    private void HandlerCompleted()
    {
        Exception? failure = null;
        try
        {
            _handler.GetResult();
        }
        catch (Exception error)
        {
            failure = error;
        }

        Finish(failure);
    }

    private void Finish(Exception? failure)
    {
        ServedCallContext? context = _context;
        context?.End();
        CallReply reply = failure is null && context?.TrailersOrNull is null
            ? CallReply.Success
            : CallReplies.Create(_core, this, failure, context?.TrailersOrNull);
        int limit = PayloadLimit.Of(_core.Peer.MaxPayload, Hosted.Descriptor);
        if (reply.Status == RpcStatusCode.OK && ResultBytes.Length > limit)
        {
            reply = CallReplies.ResultTooLarge(this, limit);
        }

        // The call may be another's as soon as this returns.
        _core.Incoming.Finished(this, reply);
    }
}
