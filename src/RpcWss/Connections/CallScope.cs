using RpcWss.Connections.Streams;

namespace RpcWss.Connections;

/// <summary>
/// What calls inherit from the call being served within which they are made: its deadline, its cancellation, and its slot at the peer. The
/// ambient state carries this and nothing else. It is of one call alone and goes dead with it: what a finished handler left running
/// never sees the state of another call.
/// </summary>
internal sealed class CallScope(ConnectionCore core, IncomingCall call)
{
    private static readonly AsyncLocal<CallScope?> _current = new();

    private IncomingCall? _call = call;     // under the gate of core
    private List<StreamingCallState>? _streams; // under the gate of core

    public ConnectionCore Core { get; } = core;

    public ulong CallId { get; } = call.Id;

    public int Depth { get; } = call.Depth;

    public long Due { get; } = call.Due;

    /// <summary>The scope of the handler that runs here; null outside of any, and for services that do not let it flow.</summary>
    public static CallScope? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    /// <summary>The call, while it runs; null when its handler has returned. Read under the gate.</summary>
    public IncomingCall? Call => _call;

    /// <summary>The call's token; <paramref name="isLive"/> says whether its handler still runs.</summary>
    public CancellationToken GetToken(out bool isLive)
    {
        lock (Core.Gate)
        {
            isLive = _call is not null;
            return _call?.CancellationToken ?? CancellationToken.None;
        }
    }

    /// <summary>The call's deadline as a timestamp of another clock, where the other connection has its own.</summary>
    public long DueOn(TimeProvider time) =>
        Due == Deadline.None || time == Core.Time ? Due : Deadline.After(time, time.GetTimestamp(), Deadline.Remaining(Core.Time, Core.Now, Due));

    /// <summary>A call made here has a stream as its result, which nobody can be reading once the handler has returned.</summary>
    public void Add(StreamingCallState call)
    {
        lock (Core.Gate)
        {
            (_streams ??= []).Add(call);
        }
    }

    /// <summary>That call has ended.</summary>
    public void Remove(StreamingCallState call)
    {
        lock (Core.Gate)
        {
            _streams?.Remove(call);
        }
    }

    /// <summary>The handler has returned. Called under the gate.</summary>
    public void End()
    {
        _call = null;
        foreach (StreamingCallState call in _streams ?? [])
        {
            // Not from here: it may belong to another connection, with a gate of its own.
            ThreadPool.UnsafeQueueUserWorkItem(static call => call.Cancel(CallEndCause.EnclosingCall), call, preferLocal: false);
        }
    }
}
