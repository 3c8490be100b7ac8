using System.Runtime.CompilerServices;

namespace RpcWss.Connections;

/// <summary>
/// The only one who writes to the transport. Frames are appended to the queue under the gate; a flush sends what has gathered, from a pool work
/// item, or at the end of a drainer's batch on the drainer itself. Nobody sends inline from a caller: sends complete in microseconds, nothing
/// would gather, and throughput falls by an order of magnitude (<c>docs/protocol.md#batching</c>).
/// </summary>
internal sealed class MessageWriter(Lock gate, SendQueue queue, MessageTransport transport, TimeProvider time, IWriterOwner owner) : IThreadPoolWorkItem
{
    // Some milliseconds of encryption, after which others have their turn on the thread.
    private const int MessagesInARow = 32;

    // Of a thread that has something else to do when it has sent.
    private const int MessagesInBetween = 4;

    [ThreadStatic]
    private static MessageWriter? _corkedHere;

    private bool _running;              // under gate
    private bool _stopped;              // under gate
    private bool _stale;                // under gate: corked frames wait since before the last look
    private bool _corkedFrames;         // under gate
    private long _sendStarted;          // 0 while no send is pending
    private TaskCompletionSource? _idle; // under gate: set by whoever waits for the last flush

    /// <summary>Since when the send that is pending has been, as a timestamp; 0 when none is.</summary>
    public long SendStarted => Volatile.Read(ref _sendStarted);

    /// <summary>Holds back what this thread appends until <see cref="Uncork"/>. Returns whether it was held back already.</summary>
    public bool Cork()
    {
        bool was = _corkedHere == this;
        _corkedHere = this;
        return was;
    }

    /// <summary>Whether this thread holds back what it appends.</summary>
    public bool IsCorkedHere => _corkedHere == this;

    /// <summary>Stops holding back, and sends what gathered, on this thread.</summary>
    public void Uncork(bool wasCorked)
    {
        if (!wasCorked && TryBeginCorked(uncorks: true))
        {
            _ = RunAsync(MessagesInBetween);
        }
    }

    /// <summary>Stops holding back, and leaves the sending to a pool work item: for a thread that has no time to send.</summary>
    public void UncorkSoon(bool wasCorked)
    {
        if (wasCorked)
        {
            return;
        }

        _corkedHere = null;
        lock (gate)
        {
            owner.TakeHandedOver();
            if (_corkedFrames && !_running)
            {
                Start();
            }
        }
    }

    /// <summary>Sees to it that what was appended leaves. <paramref name="isUrgent"/>: enough has gathered, even on a corked thread. Called under the gate.</summary>
    public void FlushSoon(bool isUrgent = false)
    {
        if (_running)
        {
            return;
        }

        if (_corkedHere == this && !isUrgent)
        {
            _corkedFrames = true;
            return;
        }

        Start();
    }

    /// <summary>Sends what gathered while corked, on this thread, which stays corked.</summary>
    public void FlushCorked()
    {
        if (TryBeginCorked(uncorks: false))
        {
            _ = RunAsync(MessagesInBetween);
        }
    }

    /// <summary>Writes what was handed over, and does not send it yet.</summary>
    public void TakeOver()
    {
        lock (gate)
        {
            owner.TakeHandedOver();
        }
    }

    /// <summary>Takes over and sends what has waited since the last look: the drainer that holds it back is stuck in user code.</summary>
    public void FlushStale()
    {
        // Whoever has the gate is not stuck.
        if (!gate.TryEnter())
        {
            return;
        }

        try
        {
            if (!_corkedFrames && !owner.HasHandedOver)
            {
                return;
            }

            if (!_stale)
            {
                _stale = true;
                return;
            }

            _stale = false;
            owner.TakeHandedOver();
            if (_corkedFrames && !_running)
            {
                Start();
            }
        }
        finally
        {
            gate.Exit();
        }
    }

    /// <summary>There has been nothing to do for some time. Called under the gate.</summary>
    public void Rest() => owner.Rested();

    /// <summary>Sends all that waits, and completes when nobody writes any more.</summary>
    public Task FlushAllAsync()
    {
        lock (gate)
        {
            owner.TakeHandedOver();
            if (!_running && (_stopped || queue.IsEmpty))
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_running)
            {
                Start();
            }

            return _idle.Task;
        }
    }

    /// <summary>Sends nothing any more, but for what is being sent. Called under the gate.</summary>
    public void Stop()
    {
        _stopped = true;
        queue.Clear();
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync(MessagesInARow);

    private bool TryBeginCorked(bool uncorks)
    {
        lock (gate)
        {
            owner.TakeHandedOver();
            if (uncorks)
            {
                _corkedHere = null;
            }

            if (!_corkedFrames || _running || _stopped)
            {
                return false;
            }

            _corkedFrames = false;
            _stale = false;
            _running = true;
            return true;
        }
    }

    private void Start()
    {
        if (!_stopped)
        {
            _corkedFrames = false;
            _stale = false;
            _running = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunAsync(int left)
    {
        try
        {
            while (TryTake(out SendTurn turn))
            {
                ReadOnlyMemory<byte> message = turn.Block is { } block ? block.Seal() : turn.Bulk;
                if (message.Length > 0)
                {
                    ValueTask sending = transport.SendAsync(message);
                    if (!sending.IsCompletedSuccessfully)
                    {
                        Volatile.Write(ref _sendStarted, time.GetTimestamp());
                        await sending.ConfigureAwait(false);
                        Volatile.Write(ref _sendStarted, 0);
                        left = MessagesInARow;
                    }
                }

                Sent(turn, message.Length);
                if (--left == 0)
                {
                    left = MessagesInARow;
                    await default(PoolYield);
                }
            }
        }
        catch (Exception error)
        {
            owner.WriteFailed(error);
            lock (gate)
            {
                _stopped = true;
                _running = false;
                queue.Rest();
                _idle?.TrySetResult();
            }
        }
    }

    private bool TryTake(out SendTurn turn)
    {
        lock (gate)
        {
            if (!_stopped && queue.TryTake(out turn))
            {
                return true;
            }

            _running = false;
            queue.Rest();
            _idle?.TrySetResult();
            turn = default;
            return false;
        }
    }

    private void Sent(in SendTurn turn, int length)
    {
        lock (gate)
        {
            if (_stopped)
            {
                return;
            }

            queue.Sent(turn, length);
            owner.RoomToSend();
        }
    }
}
