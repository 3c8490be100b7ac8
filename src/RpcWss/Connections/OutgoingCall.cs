using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Connections;

/// <summary>
/// The typed side of a call: the proxy writes its arguments into it, its caller awaits it, and it decodes the result. Pooled: whoever takes the
/// result gives it back, so a call in steady state allocates nothing.
/// </summary>
internal sealed class OutgoingCall<TResult> : RpcOutgoingCall<TResult>, IValueTaskSource<TResult>, IValueTaskSource, ICallCompletion
{
    private const int MaxPooled = 1024;

    // Process-wide like the array pool: calls have no state between uses.
    private static readonly ConcurrentQueue<OutgoingCall<TResult>> _pool = new();

    [ThreadStatic]
    private static OutgoingCall<TResult>? _nearest;

    private readonly PendingCall _call;
    private ManualResetValueTaskSourceCore<TResult> _source;
    private RpcResultReader<TResult>? _reader;
    private ConnectionCore _core = null!;
    private RpcProxy _proxy = null!;
    private CancellationToken _callerToken;
    private CancellationTokenRegistration _callerRegistration;
    private CancellationTokenRegistration _scopeRegistration;

    private OutgoingCall() => _call = new PendingCall(this);

    public static OutgoingCall<TResult> Rent(ConnectionCore core, RpcProxy proxy, OutgoingMethod method)
    {
        OutgoingCall<TResult>? call = _nearest;
        _nearest = null;
        if (call is null && !_pool.TryDequeue(out call))
        {
            call = new OutgoingCall<TResult>();
        }

        call._core = core;
        call._proxy = proxy;
        call._call.Method = method;
        call._call.Options = proxy.Options;
        return call;
    }

    /// <summary>The encoded arguments.</summary>
    public PayloadBuffer Arguments => _call.Arguments;

    public RpcMethodDescriptor Method => _call.Method.Descriptor;

    public override void Advance(int count) => _call.Arguments.Advance(count);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _call.Arguments.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _call.Arguments.GetSpan(sizeHint);

    public override ValueTask<TResult> SendAsync(RpcResultReader<TResult> reader, CancellationToken cancellationToken)
    {
        _reader = reader;
        return _core.Setup.OutgoingInterceptors.Length == 0
            ? SendDirectAsync(_proxy.Options, cancellationToken)
            : new OutgoingInterception<TResult>(_core, _proxy, this, reader, cancellationToken).RunAsync();
    }

    public override ValueTask SendAsync(CancellationToken cancellationToken)
    {
        if (_core.Setup.OutgoingInterceptors.Length > 0)
        {
            return new OutgoingInterception<TResult>(_core, _proxy, this, null, cancellationToken).RunVoidAsync();
        }

        short version = _source.Version;
        return Start(_proxy.Options, cancellationToken) ? default : new ValueTask(this, version);
    }

    /// <summary>Sends the call past the interceptors.</summary>
    public ValueTask<TResult> SendDirectAsync(RpcCallOptions? options, CancellationToken cancellationToken)
    {
        short version = _source.Version;
        return Start(options, cancellationToken) ? default : new ValueTask<TResult>(this, version);
    }

    public override ValueTask<TResult> Fail(Exception error) => ValueTask.FromException<TResult>(Unwritable(error));

    public override ValueTask FailVoid(Exception error) => ValueTask.FromException(Unwritable(error));

    /// <summary>Makes the call take over how a result is read; for another attempt at a call.</summary>
    public OutgoingCall<TResult> WithReader(RpcResultReader<TResult>? reader)
    {
        _reader = reader;
        return this;
    }

    public void Complete()
    {
        _callerRegistration.Dispose();
        _scopeRegistration.Dispose();
        _core.Setup.Observer?.OutgoingCallCompleted(Method, _call.Outcome.Status, _core.Time.GetElapsedTime(_call.Started));
        if (_call.Options?.Response is { } response)
        {
            response.Headers = _call.Headers;
            response.Trailers = _call.Outcome.Trailers;
        }

        TResult result = _call.Outcome.Status == RpcStatusCode.OK && _reader is { } reader ? Read(_call.Result!, reader) : default!;

        if (_call.ResultReservation is { } reservation)
        {
            _call.Result?.Clear();
            lock (_core.Gate)
            {
                _core.ResponseBudget.Release(reservation);
            }
        }

        if (_call.Outcome.Status == RpcStatusCode.OK)
        {
            _source.SetResult(result);
        }
        else
        {
            _source.SetException(CallErrors.ToException(_call.Outcome, Method, _callerToken));
        }
    }

    private TResult Read(PayloadBuffer bytes, RpcResultReader<TResult> reader) =>
        bytes.TryGetSpan(out ReadOnlySpan<byte> span) && RpcValue.TryRead(span, out TResult value) ? value : Decode(reader);

    // By itself: a MessagePackReader is large, and what holds it clears that much of the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private TResult Decode(RpcResultReader<TResult> reader)
    {
        try
        {
            MessagePackReader source = _call.Result!.CreateReader();
            return reader(ref source);
        }
        catch (Exception error)
        {
            _call.Outcome = CallErrors.Undecodable(_call, error);
            return default!;
        }
    }

    TResult IValueTaskSource<TResult>.GetResult(short token)
    {
        RequireCompleted(token);
        try
        {
            return _source.GetResult(token);
        }
        finally
        {
            Return();
        }
    }

    void IValueTaskSource.GetResult(short token)
    {
        RequireCompleted(token);
        try
        {
            _source.GetResult(token);
        }
        finally
        {
            Return();
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    /// <summary>Gives the call back unsent.</summary>
    public void Discard() => Return();

    // True: a one-way call that was accepted at once.
    private bool Start(RpcCallOptions? options, CancellationToken cancellationToken)
    {
        _callerToken = cancellationToken;
        _call.Prepare(_core, options);

        // Registered before the start: a token that fires meanwhile ends the call while it is new, and nothing is sent.
        if (cancellationToken.CanBeCanceled)
        {
            _callerRegistration = cancellationToken.UnsafeRegister(static state => ((OutgoingCall<TResult>)state!).Cancel(CallEndCause.CallerToken), this);
        }

        if (CallScope.Current is { } scope)
        {
            EnterScope(scope);
        }

        if (!_core.Outgoing.Start(_call))
        {
            return false;
        }

        _callerRegistration.Dispose();
        _scopeRegistration.Dispose();
        _core.Setup.Observer?.OutgoingCallCompleted(Method, RpcStatusCode.OK, _core.Time.GetElapsedTime(_call.Started));
        Return();
        return true;
    }

    private void EnterScope(CallScope scope)
    {
        if (_call.TryEnter(scope, _core, out CancellationToken token) && token != _callerToken)
        {
            _scopeRegistration = token.UnsafeRegister(static state => ((OutgoingCall<TResult>)state!).Cancel(CallEndCause.EnclosingCall), this);
        }
    }

    private void Cancel(CallEndCause cause) => _core.Outgoing.Cancel(_call, cause);

    private Exception Unwritable(Exception error)
    {
        Exception failure = CallErrors.ToException(CallErrors.Unwritable(Method, error), Method, default);
        Discard();
        return failure;
    }

    // A task read before its time, or a second time, must not give away a call that is in use. A stale token throws in GetStatus.
    private void RequireCompleted(short token)
    {
        if (_source.GetStatus(token) == ValueTaskSourceStatus.Pending)
        {
            throw new InvalidOperationException("The call has not completed. Await its task instead of reading its result.");
        }
    }

    private void Return()
    {
        _source.Reset();
        _call.Reset();
        _reader = null;
        _core = null!;
        _proxy = null!;
        _callerToken = default;
        _callerRegistration = default;
        _scopeRegistration = default;
        if (_nearest is null)
        {
            _nearest = this;
        }
        else if (_pool.Count < MaxPooled)
        {
            _pool.Enqueue(this);
        }
    }
}
