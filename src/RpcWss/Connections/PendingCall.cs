using RpcWss.Connections.Streams;
using RpcWss.Protocol;

namespace RpcWss.Connections;

internal enum CallPhase : byte
{
    /// <summary>The caller is still preparing it.</summary>
    New,

    /// <summary>It waits for the peer's limit or for room to send.</summary>
    Waiting,

    /// <summary>Its CALL was written to the send queue.</summary>
    Sent,

    /// <summary>Its outcome is known.</summary>
    Done,
}

/// <summary>
/// A call of this side, from its start to its outcome: what the engine knows of it, whatever its result type. Pooled together
/// with its typed side. Guarded by the connection's gate from <see cref="OutgoingCalls.Start"/> to <see cref="CallPhase.Done"/>; before and
/// after that by the one thread that prepares or completes it.
/// </summary>
internal sealed class PendingCall(ICallCompletion completion) : IWorkItem, IHandedOver
{
    private static readonly List<ParameterPump> _noPumps = [];

    private long _duration;

    public PayloadBuffer Arguments { get; set; } = new();

    /// <summary>The encoded result of a call that succeeded.</summary>
    public PayloadBuffer? Result { get; set; }

    public OutgoingMethod Method { get; set; } = null!;

    public RpcCallOptions? Options { get; set; }

    /// <summary>Encoded metadata; empty for none.</summary>
    public byte[] Metadata { get; set; } = [];

    /// <summary>How much the metadata counts towards the limit, in bytes and in entries.</summary>
    public long MetadataSize { get; set; }

    public int MetadataEntries { get; set; }

    /// <summary>The part of the receive budget that the result holds until it is decoded.</summary>
    public BudgetReservation? ResultReservation { get; set; }

    /// <summary>The call being served within which this one was made; null outside of any.</summary>
    public CallScope? Scope { get; set; }

    public CallPhase Phase { get; set; }

    public ulong Id { get; set; }

    /// <summary>When it was taken over and when it must end, as timestamps; <see cref="Deadline.None"/> for no end.</summary>
    public long Started { get; private set; }

    public long Due { get; private set; }

    /// <summary>Where its CALL lies in the send queue, to take it back.</summary>
    public SendBlock? Block { get; set; }

    public long BlockSequence { get; set; }

    public int FrameOffset { get; set; }

    public int FrameLength { get; set; }

    /// <summary>How many calls that serve each other enclose this one on this connection.</summary>
    public int Depth { get; set; }

    /// <summary>The call's streams; null for a call without.</summary>
    public CallStreams? Streams { get; init; }

    /// <summary>What sends its parameter streams, once its CALL was written.</summary>
    public List<ParameterPump> Pumps { get; set; } = _noPumps;

    public RpcMetadata? Headers { get; set; }

    public CallOutcome Outcome { get; set; } = CallOutcome.Success;

    /// <summary>The neighbours among waiting calls.</summary>
    public PendingCall? Previous { get; set; }

    public PendingCall? Next { get; set; }

    /// <summary>The list in which it waits.</summary>
    public WaitingCalls? WaitsIn { get; set; }

    /// <summary>The connection that it is started on.</summary>
    public ConnectionCore Core { get; set; } = null!;

    public bool IsDone => Phase == CallPhase.Done;

    public bool IsOneWay => Method.Descriptor.Kind == RpcMethodKind.OneWay;

    /// <summary>What a one-way call takes of the window (<c>docs/protocol.md#one-way-calls</c>).</summary>
    public long OneWayCost => OneWayWindow.Cost(Arguments.Length <= SendQueue.MaxInlinePayload ? (int)Arguments.Length : 0, MetadataSize);

    public void Execute() => completion.Complete();

    void IHandedOver.TakenOver(long now) => Core.Outgoing.Begin(this, now);

    /// <summary>It is taken over: its time begins. Under the gate.</summary>
    public void Begin(long now)
    {
        Started = now;
        Due = Math.Min(Due, Deadline.After(now, _duration));
    }

    /// <summary>Takes over what its caller set, before it starts.</summary>
    public void Prepare(ConnectionCore core, RpcCallOptions? options)
    {
        Core = core;
        Options = options;
        Due = Deadline.None;
        _duration = options?.Deadline is { } own ? Deadline.Span(core.Time, own)
            : Method.Descriptor.Kind == RpcMethodKind.Unary ? core.DefaultDeadline
            : Deadline.None;
        if (options?.Metadata is { Count: > 0 } metadata)
        {
            Metadata = EncodedMetadata.Encode(metadata);
            MetadataSize = MetadataCodec.SizeOf(metadata);
            MetadataEntries = metadata.Count;
        }
    }

    /// <summary>Keeps the encoded result. The arguments, which have been sent, make room for it; interceptors of a call with streams may still ask for those.</summary>
    public void KeepResult(ReadOnlySpan<byte> payload)
    {
        Result = Streams is null ? Arguments : new PayloadBuffer();
        Result.Clear();
        Result.Write(payload);
    }

    /// <summary>A call made while serving another ends with it, at the latest; <paramref name="token"/> says when. False when that one has ended itself.</summary>
    public bool TryEnter(CallScope scope, ConnectionCore core, out CancellationToken token)
    {
        token = scope.GetToken(out bool isLive);
        if (isLive)
        {
            Scope = scope;
            Due = Math.Min(Due, scope.DueOn(core.Time));
        }

        return isLive;
    }

    /// <summary>Forgets everything, for the next caller.</summary>
    public void Reset()
    {
        Arguments.Clear();
        Result?.Clear();
        Result = null;
        Core = null!;
        Method = null!;
        Options = null;
        Metadata = [];
        MetadataSize = 0;
        MetadataEntries = 0;
        ResultReservation = null;
        Scope = null;
        Phase = CallPhase.New;
        Id = 0;
        Block = null;
        Depth = 0;
        Headers = null;
        Outcome = CallOutcome.Success;
    }
}
