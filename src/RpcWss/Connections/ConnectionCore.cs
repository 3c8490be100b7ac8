using RpcWss.Connections.Authentication;
using RpcWss.Connections.Streams;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// What the parts of one connection share: the gate that protects their state, the peers' limits, and the parts themselves. The gate is held for
/// moments, never while anything waits or user code runs.
/// </summary>
internal sealed class ConnectionCore : IWriterOwner
{
    private readonly AbnormalEnds _abnormalEnds;
    private CancellationTokenSource? _draining;     // by compare-and-swap
    private volatile string? _noNewCalls;

    public ConnectionCore(RpcConnection connection, MessageTransport transport, ConnectionSetup setup)
    {
        Connection = connection;
        Transport = transport;
        Setup = setup;
        DefaultDeadline = Deadline.Span(Time, setup.Limits.DefaultDeadline);
        Own = OwnLimits.Announce(setup.Limits);
        Frames = new FrameGate(Gate, Own.MaxMessage, setup.RequiresToken);
        Auth = setup.Role == PeerRole.Server ? new TokenJudge(this) : new TokenPresenter(this);
        Term = new ConnectionTerm(this);
        _abnormalEnds = new AbnormalEnds(setup.Limits, Time);
        Idle = new IdleFrames(Time);
        Calls = new CallTable(setup.Role);
        SmallCalls = new SmallCalls(Time);
        Queue = new SendQueue(() => SmallCalls.AreNone(Now));
        BulkSent = OnBulkSent;
        Writer = new MessageWriter(Gate, Queue, transport, Time, this);
        Handover = new Handover(this);
        Work = new WorkQueue(this);
        long share = setup.Limits.ReceiveBudget / 2;
        RequestBudget = new ReceiveBudget(share / 2);
        ResponseBudget = new ReceiveBudget(share / 2);
        Replies = new ReplyWriter(this);
        Outgoing = new OutgoingCalls(this);
        Incoming = new IncomingCalls(this);
        Deadlines = new CallDeadlines(this);
    }

    public RpcConnection Connection { get; }

    public MessageTransport Transport { get; }

    public ConnectionSetup Setup { get; }

    public TimeProvider Time => Setup.TimeProvider;

    /// <summary>The current timestamp.</summary>
    public long Now => Time.GetTimestamp();

    /// <summary>Protects the state of every part. Never held while waiting or running user code.</summary>
    public Lock Gate { get; } = new();

    /// <summary>How long a unary call without a deadline of its own may take, in timestamps.</summary>
    public long DefaultDeadline { get; }

    /// <summary>What this side accepts.</summary>
    public ProtocolLimits Own { get; }

    /// <summary>What the peer accepts; the specification's minimum until its HELLO arrives. Replaced under the gate.</summary>
    public ProtocolLimits Peer { get; private set; } = ProtocolLimits.Minimum;

    public bool HelloReceived { get; private set; }

    /// <summary>What is forgiven of frames that come to nothing.</summary>
    public IdleFrames Idle { get; }

    /// <summary>
    /// What may wait to be read by the peer: what this side lets wait of its own accord, and a frame for every call that the peer may have open. It never waits for more
    /// answers than that when it keeps to the limits.
    /// </summary>
    public long MostUnread => Setup.Limits.MaxUnsentBytes + ((long)(Own.MaxUnaryCalls + Own.MaxStreamingCalls) * SendBlock.Capacity);

    /// <summary>How many of its calls the peer may have open: within its limits, and called back by those of this side, in their slots.</summary>
    public int MostUnreadAnswers => Own.MaxUnaryCalls + Own.MaxStreamingCalls + Peer.MaxUnaryCalls + Peer.MaxStreamingCalls;

    /// <summary>Whether the peer has used up what is forgiven of its faults: the connection ends, and nothing more is taken in. Under the gate.</summary>
    public bool HasTooManyFaults { get; private set; }

    /// <summary>Which frames may come.</summary>
    public FrameGate Frames { get; }

    /// <summary>This side's part in AUTH.</summary>
    public AuthExchange Auth { get; }

    public ConnectionTerm Term { get; }

    /// <summary>The drain that this side has begun; null while it has not. Under the gate.</summary>
    public Drain? Drain { get; private set; }

    /// <summary>Why the connection ends; null while it does not. Set under the gate.</summary>
    public ConnectionEnd? End { get; private set; }

    /// <summary>Why no call may be opened any more; null while calls may.</summary>
    public string? NoNewCalls => _noNewCalls;

    /// <summary>Whether nobody is answered any more.</summary>
    public bool IsSilent => End is not null;

    public SendQueue Queue { get; }

    public MessageWriter Writer { get; }

    /// <summary>Called under the gate when the last chunk of a payload is on its way.</summary>
    public Action<BulkSend> BulkSent { get; }

    /// <summary>Who reads on after a message.</summary>
    public ReadingTurn Reading { get; } = new();

    public WorkQueue Work { get; }

    /// <summary>Whether there is one call at most, so that nothing is gained by waiting for others. May be read at any time, and may be wrong by then.</summary>
    public bool IsQuiet => Calls.Count + Incoming.Count <= 1;

    /// <summary>Where threads leave calls to start and calls that were served.</summary>
    public Handover Handover { get; }

    public CallTable Calls { get; }

    public OutgoingCalls Outgoing { get; }

    public IncomingCalls Incoming { get; }

    /// <summary>What tells streams that others use the connection.</summary>
    public SmallCalls SmallCalls { get; }

    public ReplyWriter Replies { get; }

    public CallDeadlines Deadlines { get; }

    /// <summary>The halves of the receive budget's shares for large payloads: for arguments of the peer's calls, and for results of this side's.</summary>
    public ReceiveBudget RequestBudget { get; }

    public ReceiveBudget ResponseBudget { get; }

    /// <summary>The other halves of those shares: for parameter streams of the peer's calls, and for result streams of this side's. Made by the first stream, on any thread.</summary>
    public StreamBudget RequestStreams => field ?? MakeStreams(ref field);

    public StreamBudget ResponseStreams => field ?? MakeStreams(ref field);

    /// <summary>Fires when the connection starts to drain or ends.</summary>
    public CancellationToken DrainingToken
    {
        get
        {
            CancellationTokenSource source = _draining ?? Interlocked.CompareExchange(ref _draining, new CancellationTokenSource(), null) ?? _draining;
            if (_noNewCalls is not null)
            {
                _ = source.CancelAsync();
            }

            return source.Token;
        }
    }

    /// <summary>The peer's HELLO arrived. Called under the gate.</summary>
    public void PeerSaidHello(in HelloFrame frame)
    {
        ProtocolLimits limits = frame.Limits;
        // What the peer would accept beyond that no frame of ours can carry.
        Peer = limits with { MaxMetadataBytes = Math.Min(limits.MaxMetadataBytes, SendQueue.MaxMetadataSize) };
        HelloReceived = true;
        Frames.HelloReceived();
        Auth.HelloReceived(frame);
        Outgoing.PeerLimitsKnown();
    }

    /// <summary>No call may be opened from now on. Called under the gate.</summary>
    public void StopNewCalls(string reason)
    {
        if (_noNewCalls is null)
        {
            _noNewCalls = reason;
            Interlocked.MemoryBarrier();
            _ = _draining?.CancelAsync();
        }
    }

    /// <summary>Ends the connection once what runs has ended; does nothing where that has begun. Called under the gate.</summary>
    public void BeginDrain(ConnectionEnd end, bool takesCrossing)
    {
        if (Frames.IsOpening)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static state => state.Connection.BeginEnd(state.End), (Connection, End: end), preferLocal: false);
        }
        else if (End is null && Drain is null)
        {
            Drain = Drain.Begin(this, end, takesCrossing);
        }
    }

    /// <summary>Ends every call; the first reason counts. False when the connection was ending already.</summary>
    public bool TryEnd(ConnectionEnd end, ulong lastServed)
    {
        lock (Gate)
        {
            if (End is not null)
            {
                return false;
            }

            Handover.Take();
            StopNewCalls(end.Reason);
            End = end;
            if (!end.IsLost)
            {
                WriteGoAway(end.Code, end.Reason, Math.Min(lastServed, Drain?.LastServed ?? lastServed), TimeSpan.Zero);
            }

            // Handlers first: one that sees a call of its own fail must know by then that it is not to blame.
            Incoming.EndAll();
            Outgoing.EndAll(end.Reason, end.Error);
            return true;
        }
    }

    /// <summary>Charges the peer for a call that ended abnormally through its fault; ends the connection when that is one too many.</summary>
    public void ChargeAbnormalEnd(RpcStatusCode status)
    {
        lock (Gate)
        {
            Setup.Observer?.AbnormalEnd(status);
            if (!_abnormalEnds.TryCharge() && End is null && !HasTooManyFaults)
            {
                // Not from here: the caller is in the middle of a change to the state that the end would clear away. And once: a flood would fill the thread pool.
                HasTooManyFaults = true;
                ThreadPool.UnsafeQueueUserWorkItem(static connection => connection.BeginEnd(ConnectionEnd.TooManyFaults()), Connection, preferLocal: false);
            }
        }
    }

    /// <summary>Tells the peer that the connection ends, or will. Called under the gate.</summary>
    public void WriteGoAway(GoAwayCode code, string reason, ulong lastServed, TimeSpan drain)
    {
        byte[] text = StatusMessage.Encode(reason);
        SendBlock block = Queue.OpenControl(GoAwayFrame.MaxLength(text.Length));
        Queue.Wrote(block, GoAwayFrame.Write(block.GetSpan(), lastServed, code, text, (ulong)drain.TotalMilliseconds));
        Writer.FlushSoon();
    }

    /// <summary>Counts a frame whose call is over. Called under the gate.</summary>
    public void DropFrame(FrameKind kind)
    {
        Idle.Charge();
        Setup.Observer?.FrameDropped(kind.ToString());
    }

    public void Observe(IncomingCall call, RpcStatusCode status) =>
        Setup.Observer?.IncomingCallCompleted(call.Hosted.Descriptor, status, Time.GetElapsedTime(call.Started));

    public bool HasHandedOver => !Handover.IsEmpty;

    public void TakeHandedOver() => Handover.Take();

    public void Rested()
    {
        Incoming.Rest();
        Queue.LongRest();
    }

    public void RoomToSend() => Outgoing.Admission.AdmitWaiting();

    public void WriteFailed(Exception error) => Connection.BeginEnd(ConnectionEnd.Lost(error));

    private void OnBulkSent(BulkSend bulk)
    {
        if (bulk.ResultOf is { } call)
        {
            Incoming.Answers.ResultSent(call);
            return;
        }

        int index = Calls.Find(bulk.CallId);
        if (index >= 0)
        {
            Calls[index].Upload = null;
            if (Calls[index].IsOneWay)
            {
                Outgoing.Release(index);
            }
        }
    }

    private StreamBudget MakeStreams(ref StreamBudget? made)
    {
        var streams = new StreamBudget(Setup.Limits.ReceiveBudget / 2, Setup.Limits, Time, SmallCalls);
        return Interlocked.CompareExchange(ref made, streams, null) ?? streams;
    }
}
