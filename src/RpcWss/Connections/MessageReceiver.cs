using System.Buffers;
using System.Runtime.CompilerServices;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// The receive loop: gathers whole messages and hands them to the <see cref="FrameHandler"/>, for as long as the connection lives. It never waits for anything but
/// the network: what pushes back on the peer are limits and credit, never a pause of this loop.
/// </summary>
internal sealed class MessageReceiver(ConnectionCore core, FrameHandler handler)
{
    // All that a connection at rest holds to receive: enough for the frames that keep it alive.
    private const int RestingBufferSize = 256;
    private const int FirstBufferSize = 16 * 1024;
    private const int MaxEmptyReads = 64;

    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);
    private readonly byte[] _resting = new byte[RestingBufferSize];

    // A peer that never pauses must not keep a pool thread from other connections.
    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(1);

    private byte[] _buffer = [];
    private long _lastReceived = core.Now;
    private long _sliceBegan;

    /// <summary>When the last byte came, as a timestamp. May be read at any time.</summary>
    public long LastReceived => Volatile.Read(ref _lastReceived);

    /// <summary>Runs until the peer closes, the transport fails, or the peer violates the protocol, and says which.</summary>
    public async Task<ConnectionEnd> RunAsync()
    {
        _buffer = _resting;
        try
        {
            bool hasWork = false;
            while (true)
            {
                ValueTask<int> receiving = ReceiveMessageAsync();
                bool pauses = hasWork || !receiving.IsCompleted;
                int length = hasWork ? await new WorkWhileWaiting(receiving, core.Work) : await receiving.ConfigureAwait(false);
                if (pauses)
                {
                    _sliceBegan = _lastReceived;
                }

                if (length < 0)
                {
                    return ConnectionEnd.ClosedByPeer(core.NoNewCalls);
                }

                hasWork = Handle(length);
                if (!hasWork && core.Time.GetElapsedTime(_sliceBegan, _lastReceived) > _slice)
                {
                    await default(PoolYield);
                    _sliceBegan = core.Now;
                }
            }
        }
        catch (TextMessageException)
        {
            return ConnectionEnd.TextMessage();
        }
        catch (ProtocolViolationException violation)
        {
            return ConnectionEnd.Violation(violation);
        }
        catch (Exception error)
        {
            return ConnectionEnd.Lost(error);
        }
        finally
        {
            Rest();
            _buffer = [];
        }
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
        try
        {
            handler.Handle(_buffer.AsSpan(0, length), _lastReceived);
            return core.Work.ReleaseHere();
        }
        catch (ProtocolViolationException)
        {
            core.Work.Release();    // of what came before
            throw;
        }
        finally
        {
            core.Writer.UncorkSoon(wasCorked);
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
