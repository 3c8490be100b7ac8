using System.Threading.Tasks.Sources;

namespace RpcWss.Connections.Streams;

/// <summary>Takes from a <see cref="StreamReceiver"/> one batch after the other, for one consumer that may wait for the next.</summary>
internal sealed class BatchReader(StreamReceiver receiver) : IValueTaskSource<bool>, IWorkItem
{
    private ManualResetValueTaskSourceCore<bool> _source;
    private long _reported;
    private int _isWaiting;

    /// <summary>The batch that is being consumed; null before the first and behind the last.</summary>
    public ReceivedBatch? Current { get; private set; }

    public StreamReceiver Receiver => receiver;

    /// <summary>What the consumer that is woken gave up by; a token that is not cancelled: it did not.</summary>
    public CancellationToken Cancelled { private get; set; }

    /// <summary>Goes to the next batch; false when there is none any more.</summary>
    /// <exception cref="InvalidOperationException">The last call of this has not completed.</exception>
    public ValueTask<bool> NextAsync()
    {
        if (Interlocked.Exchange(ref _isWaiting, 1) != 0)
        {
            throw new InvalidOperationException("The stream is being read already; one read at a time.");
        }

        Finish();
        if (!receiver.TryTake(this, out ReceivedBatch? batch, out Exception? error))
        {
            return new ValueTask<bool>(this, _source.Version);
        }

        Volatile.Write(ref _isWaiting, 0);
        Current = batch;
        return error is null ? new ValueTask<bool>(batch is not null) : ValueTask.FromException<bool>(error);
    }

    /// <summary>Goes to the next batch if it has arrived.</summary>
    public bool TryNext()
    {
        Finish();
        ReceivedBatch? batch = receiver.TakeArrived();
        Current = batch;
        return batch is not null;
    }

    /// <summary>Makes a waiting <see cref="NextAsync"/> fail; nothing is lost.</summary>
    public void CancelWait(CancellationToken token) => receiver.StopWaiting(this, token);

    /// <summary>So much of the current batch has been consumed.</summary>
    public void Report(long consumed)
    {
        if (consumed - _reported >= receiver.Step)
        {
            receiver.Consumed(consumed - _reported, null);
            _reported = consumed;
        }
    }

    /// <summary>Gives the current batch back, consumed.</summary>
    public void Finish()
    {
        if (Current is { } batch)
        {
            Current = null;
            long rest = batch.Cost - _reported;
            _reported = 0;
            receiver.Consumed(rest, batch);
        }
    }

    void IWorkItem.Execute()
    {
        if (Cancelled.IsCancellationRequested)
        {
            CancellationToken token = Cancelled;
            Cancelled = default;
            Complete(false, new OperationCanceledException(token));
            return;
        }

        if (receiver.TryTake(this, out ReceivedBatch? batch, out Exception? error))
        {
            Current = batch;
            Complete(batch is not null, error);
        }
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        try
        {
            return _source.GetResult(token);
        }
        finally
        {
            _source.Reset();
            Volatile.Write(ref _isWaiting, 0);
        }
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    private void Complete(bool result, Exception? error)
    {
        if (error is null)
        {
            _source.SetResult(result);
        }
        else
        {
            _source.SetException(error);
        }
    }
}
