using System.IO.Pipelines;
using RpcWss.Diagnostics;
using RpcWss.Generated;

namespace RpcWss.Connections.Streams;

/// <summary>A call of this side that has streams, whatever its types: starts it, keeps what it needs alive, and ends what belongs to it when it ends.</summary>
internal sealed class StreamingCallState : ICallCompletion, IStreamConsumerOwner
{
    private readonly ConnectionCore _core;
    private readonly List<ParameterPump> _pumps = [];
    private readonly List<Task> _reports = [];
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _callerRegistration;
    private CancellationTokenRegistration _enumeratorRegistration;
    private CancellationTokenRegistration _scopeRegistration;
    private CancellationToken _callerToken;
    private Exception? _rejection;
    private int _parameters;

    public StreamingCallState(ConnectionCore core, OutgoingMethod method)
    {
        _core = core;
        Streams = CallStreams.ForCaller(core, method.Descriptor);
        Call = new PendingCall(this) { Method = method, Streams = Streams };
    }

    public PendingCall Call { get; }

    public CallStreams Streams { get; }

    /// <summary>Completes when the call has ended and everything that it reported has been delivered; never fails.</summary>
    public Task Completed => _completed.Task;

    /// <summary>How the call failed; null when it succeeded. Valid once it has completed.</summary>
    public Exception? Failure { get; private set; }

    private RpcMethodDescriptor Method => Call.Method.Descriptor;

    public void AddItems<T>(IAsyncEnumerable<T>? items, RpcResultWriter<T> writer) => AddPump(
        items is null ? NothingAsync : (sender, stop) => ItemPump.SendItemsAsync(items, writer, sender, stop), null);

    public void AddBytes(Stream? bytes) => AddPump(bytes is null ? NothingAsync : (sender, stop) => ItemPump.SendBytesAsync(bytes, sender, stop), null);

    public void AddPipe(PipeReader? bytes) => AddPump(
        bytes is null ? NothingAsync : (sender, stop) => ItemPump.SendPipeAsync(bytes, sender, stop), bytes is null ? null : () => bytes.Complete());

    public void AddProgress<T>(IProgress<T>? progress, RpcResultReader<T> reader)
    {
        var items = new ItemReader<T>(this, new BatchReader(Streams.Receiver(++_parameters)!), reader, default);
        _reports.Add(ReportAsync(items, progress));
    }

    /// <summary>Makes the call fail when it starts.</summary>
    public void Refuse(Exception error) => Call.Outcome = CallErrors.Unwritable(Method, error);

    /// <summary>Sends the call. Its end, and the end of its streams, tell what became of it.</summary>
    public void Start(RpcCallOptions? options, CancellationToken callerToken, CancellationToken enumeratorToken)
    {
        _callerToken = callerToken.IsCancellationRequested || !enumeratorToken.CanBeCanceled ? callerToken : enumeratorToken;
        Call.Prepare(_core, options);
        Call.Pumps = _pumps;
        if (Call.Outcome.Status != RpcStatusCode.OK)
        {
            Call.Phase = CallPhase.Done;    // an argument could not be written
        }

        _callerRegistration = Register(callerToken, CallEndCause.CallerToken);
        if (enumeratorToken != callerToken)
        {
            _enumeratorRegistration = Register(enumeratorToken, CallEndCause.CallerToken);
        }

        if (CallScope.Current is { } scope && Call.TryEnter(scope, _core, out CancellationToken token))
        {
            _scopeRegistration = Register(token, CallEndCause.EnclosingCall);
            if (Streams.Receiver(0) is not null)
            {
                scope.Add(this);
            }
        }

        _core.Outgoing.Start(Call);
    }

    /// <summary>Gives the call up; does nothing when it has ended.</summary>
    public void Cancel(CallEndCause cause) => _core.Outgoing.Cancel(Call, cause);

    /// <exception cref="RpcException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void ThrowIfFailed()
    {
        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>The call will not be sent: its streams end with that.</summary>
    public void FailUnsent(Exception error)
    {
        _pumps.ForEach(static pump => pump.Discard());
        Streams.EndReceivers(error, discard: true);
    }

    /// <summary>Gives back what the one result holds.</summary>
    public void ReleaseResult()
    {
        Call.Result?.Clear();
        lock (_core.Gate)
        {
            _core.ResponseBudget.Release(Call.ResultReservation);
        }
    }

    public void Complete()
    {
        _callerRegistration.Dispose();
        _enumeratorRegistration.Dispose();
        _scopeRegistration.Dispose();
        Call.Scope?.Remove(this);
        _core.Setup.Observer?.OutgoingCallCompleted(Method, Call.Outcome.Status, _core.Time.GetElapsedTime(Call.Started));
        if (Call.Options?.Response is { } response)
        {
            response.Headers = Call.Headers;
            response.Trailers = Call.Outcome.Trailers;
        }

        if (Call.Outcome.Status != RpcStatusCode.OK)
        {
            Call.Outcome.InnerException ??= _pumps.Find(static pump => pump.Failure is not null)?.Failure;
            Failure = _rejection ?? CallErrors.ToException(Call.Outcome, Method, _callerToken);
        }

        _pumps.ForEach(static pump => pump.Discard());
        bool discard = Call.Outcome.Cause != CallEndCause.Status;
        Streams.EndReceivers(Failure, discard);
        if (discard || _reports.TrueForAll(static report => report.IsCompleted))
        {
            _completed.TrySetResult();
        }
        else
        {
            _ = CompleteAfterReportsAsync();
        }
    }

    public Exception ItemRejected(StreamReceiver stream, Exception error)
    {
        CallOutcome outcome = CallErrors.Undecodable(Call, error);
        _rejection = CallErrors.ToException(outcome, Method, default);
        lock (_core.Gate)
        {
            _core.Outgoing.GiveUp(Call, outcome);
        }

        stream.Release();
        return _rejection;
    }

    // The last report comes before the result, and of a result that is a stream before its end.
    public Task BeforeEnd(StreamReceiver stream) => stream.Number == 0 && _reports.Count > 0 ? Completed : Task.CompletedTask;

    public void Abandoned(StreamReceiver stream)
    {
        if (stream.Number == 0)
        {
            Cancel(CallEndCause.Abandoned);
        }

        stream.Release();
    }

    private void AddPump(Func<StreamSender, CancellationToken, ValueTask<bool>> send, Action? discard) =>
        _pumps.Add(new ParameterPump(_core, Call, Streams.Sender(++_parameters)!, send, discard));

    private static ValueTask<bool> NothingAsync(StreamSender sender, CancellationToken stop) => new(true);

    private CancellationTokenRegistration Register(CancellationToken token, CallEndCause cause) => token.UnsafeRegister(
        static state =>
        {
            var (call, cause) = ((StreamingCallState, CallEndCause))state!;
            call.Cancel(cause);
        },
        (this, cause));

    private async Task CompleteAfterReportsAsync()
    {
        await Task.WhenAll(_reports).ConfigureAwait(false);
        _completed.TrySetResult();
    }

    // Reports arrive in order, one at a time. What the caller's progress throws is its own affair.
    private async Task ReportAsync<T>(ItemReader<T> items, IProgress<T>? progress)
    {
        try
        {
            while (await items.MoveNextAsync().ConfigureAwait(false))
            {
                progress?.Report(items.Current);
            }
        }
        catch (Exception error)
        {
            if (!Call.IsDone)
            {
                ConnectionLog.ProgressFailed(_core.Setup.Logger, error, Method.FullName);
            }
        }
        finally
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }
}
