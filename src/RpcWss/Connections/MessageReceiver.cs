using System.Buffers;
using System.Runtime.CompilerServices;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// The receive loop: gathers whole messages, hands them to the <see cref="FrameHandler"/>, and runs the work that they bring before it receives again
/// (<c>docs/decisions/reading-turn.md</c>). Work that takes longer than a millisecond or two does not hold it up: another thread reads on meanwhile. What pushes back on the peer are limits and
/// credit, never a pause of this loop.
/// </summary>
internal sealed class MessageReceiver(ConnectionCore core, FrameHandler handler)
{
    // All that a connection at rest holds to receive: enough for the frames that keep it alive.
    private const int RestingBufferSize = 256;
    private const int FirstBufferSize = 16 * 1024;
    private const int MaxEmptyReads = 64;

    // What so many calls take is more than sending them as a message of their own costs both ends; fewer wait for those of a message that has come already.
    private const int CallsWorthMessage = 64;

    // A peer that sends without a pause, a large payload say, must not have calls wait for more of them.
    private static readonly TimeSpan _longestHeldBack = TimeSpan.FromTicks(100 * TimeSpan.TicksPerMicrosecond);

    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);
    private readonly byte[] _resting = new byte[RestingBufferSize];

    // A peer that never pauses must not keep a pool thread from others that wait for one.
    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(1);

    // What follows is of the thread whose turn it is.
    private Action<ConnectionEnd>? _ended;
    private byte[] _buffer = [];
    private long _lastReceived = core.Now;
    private long _sliceBegan;
    private int _heldBack;      // items whose frames wait for those of the next message
    private long _heldSince;

    /// <summary>When the last byte came, as a timestamp. May be read at any time.</summary>
    public long LastReceived => Volatile.Read(ref _lastReceived);

    /// <summary>Receives until the peer closes, the transport fails, or the peer violates the protocol, and says which to <paramref name="ended"/>.</summary>
    public void Start(Action<ConnectionEnd> ended)
    {
        _ended = ended;
        _buffer = _resting;
        // On a pool thread: the context of the request or the caller that opens the connection is none of the calls' business.
        ReadOn();
    }

    /// <summary>Reads on, on a pool thread: whoever had the turn has lost it.</summary>
    public void ReadOn() => ThreadPool.UnsafeQueueUserWorkItem(static receiver => _ = receiver.ReadAsync(), this, preferLocal: false);

    private async Task ReadAsync()
    {
        ConnectionEnd? end = null;
        bool isCorked = false;
        try
        {
            while (end is null)
            {
                ValueTask<int> receiving = ReceiveMessageAsync();
                bool waits = !receiving.IsCompleted;
                if (waits)
                {
                    Uncork(ref isCorked);
                }

                int length = await receiving.ConfigureAwait(false);
                if (waits)
                {
                    _sliceBegan = _lastReceived;
                }

                if (length < 0)
                {
                    end = ConnectionEnd.ClosedByPeer(core.NoNewCalls);
                }
                else if (Handle(length))
                {
                    if (!TryWork(ref isCorked))
                    {
                        return;
                    }
                }
                else
                {
                    Uncork(ref isCorked);
                }

                if (core.Time.GetElapsedTime(_sliceBegan, _lastReceived) > _slice && ThreadPool.PendingWorkItemCount > 0)
                {
                    Uncork(ref isCorked);
                    await default(PoolYield);
                    _sliceBegan = core.Now;
                }
            }
        }
        catch (TextMessageException)
        {
            end = ConnectionEnd.TextMessage();
        }
        catch (ProtocolViolationException violation)
        {
            end = ConnectionEnd.Violation(violation);
        }
        catch (Exception error)
        {
            end = ConnectionEnd.Lost(error);
        }

        Rest();
        _buffer = [];
        _ended!(end);
        Uncork(ref isCorked);
    }

    /// <summary>Reads on until the peer's Close or the end of the transport; what comes is dropped.</summary>
    public async Task DrainAsync()
    {
        byte[] scrap = ArrayPool<byte>.Shared.Rent(FirstBufferSize);
        try
        {
            while ((await core.Transport.ReceiveAsync(scrap).ConfigureAwait(false)).Kind != TransportReadKind.Close)
            {
            }
        }
        catch (Exception)
        {
            // The transport is gone, which is what this waited for.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scrap);
        }
    }

    // What a message lets go, such as calls that waited for the peer's limit, leaves together. True: there is work for this thread.
    private bool Handle(int length)
    {
        bool wasCorked = core.Writer.Cork();
        bool hasWork = false;
        try
        {
            core.Work.MessageBegins();
            handler.Handle(_buffer.AsSpan(0, length), _lastReceived);
            hasWork = core.Work.ReleaseHere();
            return hasWork;
        }
        finally
        {
            core.Writer.UncorkSoon(wasCorked || hasWork);
        }
    }

    // Runs the work that a message brought. False: that took so long that another thread reads on.
    private bool TryWork(ref bool isCorked)
    {
        _heldSince = isCorked ? _heldSince : _lastReceived;
        core.Reading.Lend();
        int count = core.Work.RunHere();
        isCorked = true;
        if (!core.Reading.TryTakeBack())
        {
            core.Writer.Uncork(wasCorked: false);
            return false;
        }

        _heldBack += count;
        bool isEnough = _heldBack >= Math.Max(CallsWorthMessage, (core.Calls.Count + _heldBack) / 4);
        if (isEnough || core.IsQuiet || core.Time.GetElapsedTime(_heldSince, _lastReceived) > _longestHeldBack)
        {
            Uncork(ref isCorked);
        }

        return true;
    }

    private void Uncork(ref bool isCorked)
    {
        if (isCorked)
        {
            isCorked = false;
            _heldBack = 0;
            core.Writer.Uncork(wasCorked: false);
        }
    }

    // Returns the length of the message in the buffer; -1 at the peer's Close.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReceiveMessageAsync()
    {
        int length = 0;
        int emptyReads = 0;
        while (true)
        {
            TransportRead read = await core.Transport.ReceiveAsync(_buffer.AsMemory(length)).ConfigureAwait(false);
            long now = core.Now;
            bool wasResting = core.Time.GetElapsedTime(_lastReceived, now) > _rest;
            Volatile.Write(ref _lastReceived, now);
            if (read.Kind != TransportReadKind.Binary)
            {
                return read.Kind == TransportReadKind.Close ? -1 : throw new TextMessageException();
            }

            length += read.Count;
            core.Frames.CheckLength(length);
            if (read.EndOfMessage)
            {
                if (wasResting && length <= RestingBufferSize)
                {
                    _buffer.AsSpan(0, length).CopyTo(_resting);
                    Rest();
                }

                return length;
            }

            // RFC 6455 lets a message have any number of empty fragments; each costs the receiver and says nothing.
            if (read.Count == 0 && ++emptyReads > MaxEmptyReads)
            {
                ProtocolViolationException.Throw(GoAwayCode.LimitExceeded, $"A message has more than {MaxEmptyReads} empty fragments");
            }

            if (length == _buffer.Length)
            {
                Grow(length);
            }
        }
    }

    private void Grow(int length)
    {
        byte[] larger = length < FirstBufferSize ? ArrayPool<byte>.Shared.Rent(FirstBufferSize)
            : length < MessagePool.Size ? MessagePool.Rent()
            // One byte more than the limit, so that a message of exactly the limit is seen to end. The pool may give more than was asked for.
            : ArrayPool<byte>.Shared.Rent(Math.Min(length * 2, core.Own.MaxMessage + 1));
        _buffer.AsSpan(0, length).CopyTo(larger);
        Rest();
        _buffer = larger;
    }

    // Gives a rented buffer back.
    private void Rest()
    {
        if (_buffer.Length == MessagePool.Size)
        {
            MessagePool.Return(_buffer);
        }
        else if (_buffer != _resting)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = _resting;
    }
}
