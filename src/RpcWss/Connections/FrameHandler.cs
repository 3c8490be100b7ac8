using System.Runtime.CompilerServices;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>Takes the frames of each received message to the part of the connection that they are for. Runs on the receive loop alone.</summary>
internal sealed class FrameHandler(ConnectionCore core)
{
    private const int FramesPerHold = 16;

    private readonly CallReceiver _calls = new(core);
    private readonly ResponseReceiver _responses = new(core);
    private readonly ulong _ownParity = core.Setup.Role == PeerRole.Client ? 1UL : 0UL;
    private long _lastPing = long.MinValue;

    /// <summary>The last call of the peer that was seen.</summary>
    public ulong LastId => _calls.LastId;

    /// <summary>Handles a whole message.</summary>
    /// <param name="message">Its bytes.</param>
    /// <param name="arrived">When the last of them came, as a timestamp.</param>
    /// <exception cref="ProtocolViolationException">It cannot be trusted any further; the connection must end.</exception>
    public void Handle(ReadOnlySpan<byte> message, long arrived)
    {
        if (message.IsEmpty)
        {
            ProtocolViolationException.Throw("A message holds no frame");
        }

        if (!core.Frames.IsOpen)
        {
            core.Frames.Count(message.Length);
        }

        var reader = new FrameReader(message, core.Own.MaxFrame);
        while (HandleSome(ref reader, arrived))
        {
        }

        if (reader.SkippedFrames > 0)
        {
            lock (core.Gate)
            {
                core.Idle.Charge(reader.SkippedFrames);
                core.Idle.ThrowIfExhausted();
            }
        }
    }

    // Taking the gate for every frame would have this loop and the drainers fight over it; holding it for all of them would keep callers waiting.
    private bool HandleSome(ref FrameReader reader, long arrived)
    {
        lock (core.Gate)
        {
            core.Idle.ThrowIfExhausted();
            RequireReading();
            core.Work.IsGathering = true;
            try
            {
                for (int frames = 0; frames < FramesPerHold; frames++)
                {
                    if (!HandleOne(ref reader, arrived))
                    {
                        return false;
                    }
                }
            }
            catch (ProtocolViolationException violation)
            {
                // Before anybody else has the gate: what the message brought until here must not go on.
                core.Connection.BeginEnd(ConnectionEnd.Violation(violation));
                throw;
            }
            finally
            {
                core.Work.IsGathering = false;
            }
        }

        return true;
    }

    private bool HandleOne(ref FrameReader reader, long arrived)
    {
        // What arrives behind the end is discarded (docs/protocol.md#closing).
        if (core.End is not null || core.HasTooManyFaults || !reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body))
        {
            return false;
        }

        if ((!core.Frames.IsOpen || kind == FrameKind.Hello) && !core.Frames.Admits(kind))
        {
            _calls.CheckId(CallFrame.Read(body, reader.ElementCount).Id);
            core.DropFrame(kind);
            return true;
        }

        Handle(kind, body, reader.ElementCount, arrived);
        return true;
    }

    private void Handle(FrameKind kind, ReadOnlySpan<byte> body, int count, long arrived)
    {
        if (kind == FrameKind.Call)
        {
            HandleCall(body, count, arrived);
        }
        else if (kind == FrameKind.Status)
        {
            HandleStatus(body, count);
        }
        else
        {
            HandleOther(kind, body, count);
        }
    }

    // Each by itself: a method that held what all kinds of frames are read into would clear that much of the stack for each frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HandleCall(ReadOnlySpan<byte> body, int count, long arrived) => _calls.CallReceived(CallFrame.Read(body, count), arrived);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HandleStatus(ReadOnlySpan<byte> body, int count) => _responses.StatusReceived(StatusFrame.Read(body, count));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HandleOther(FrameKind kind, ReadOnlySpan<byte> body, int count)
    {
        switch (kind)
        {
            case FrameKind.Headers:
                _responses.HeadersReceived(HeadersFrame.Read(body, count));
                break;
            case FrameKind.Cancel:
                CancelReceived(CancelFrame.Read(body, count));
                break;
            case FrameKind.Chunk:
                ChunkReceived(ChunkFrame.Read(body, count));
                break;
            case FrameKind.Item:
                ItemReceived(ItemFrame.Read(body, count));
                break;
            case FrameKind.End:
                EndReceived(EndFrame.Read(body, count));
                break;
            case FrameKind.Credit:
                CreditReceived(CreditFrame.Read(body, count));
                break;
            case FrameKind.Ping:
                PingReceived(PingFrame.Read(body, count));
                break;
            case FrameKind.Pong:
                _ = PongFrame.Read(body, count);    // that anything came is what counts
                core.Idle.Charge();
                break;
            case FrameKind.GoAway:
                GoAwayReceived(GoAwayFrame.Read(body, count));
                break;
            case FrameKind.Auth:
                core.Auth.Received(AuthFrame.Read(body, count));
                break;
            case FrameKind.Hello:
                HelloReceived(HelloFrame.Read(body, count));
                break;
            default:
                ProtocolViolationException.Throw($"A {kind} frame came, which was not negotiated");
                break;
        }
    }

    // What a peer is answered is bounded by what may run for it, as long as it reads the answers.
    private void RequireReading()
    {
        if (core.Queue.UnsentAnswers > core.MostUnreadAnswers || core.Queue.UnsentBytes > core.MostUnread)
        {
            ProtocolViolationException.Throw(
                GoAwayCode.TooManyFaults, $"{core.Queue.UnsentAnswers:N0} answers and {core.Queue.UnsentBytes:N0} bytes wait for it to be read, and it asks for more");
        }
    }

    private bool IsOwn(ulong id) => (id & 1) == _ownParity;

    private void ChunkReceived(in ChunkFrame frame)
    {
        if (IsOwn(frame.Id))
        {
            _responses.ChunkReceived(frame);
        }
        else
        {
            _calls.ChunkReceived(frame);
        }
    }

    private void ItemReceived(in ItemFrame frame)
    {
        if (IsOwn(frame.Id))
        {
            _responses.ItemReceived(frame);
        }
        else
        {
            _calls.ItemReceived(frame);
        }
    }

    private void EndReceived(in EndFrame frame)
    {
        if (IsOwn(frame.Id))
        {
            _responses.FrameOfCallerReceived(frame.Id, FrameKind.End);
        }
        else
        {
            _calls.EndReceived(frame);
        }
    }

    private void CancelReceived(in CancelFrame frame)
    {
        if (IsOwn(frame.Id))
        {
            _responses.StreamStopped(frame);
        }
        else if (frame.Stream >= 0)
        {
            _calls.StreamStopped(frame);
        }
        else
        {
            _calls.RequireOpened(frame.Id, FrameKind.Cancel);
            core.Incoming.CancelReceived(frame);
        }
    }

    private void CreditReceived(in CreditFrame frame)
    {
        if (frame.Id == 0)
        {
            core.Outgoing.Admission.OneWayGranted(frame.Bytes);
        }
        else if (IsOwn(frame.Id))
        {
            _responses.CreditReceived(frame);
        }
        else
        {
            _calls.CreditReceived(frame);
        }
    }

    private void HelloReceived(in HelloFrame frame)
    {
        if (frame.Role == core.Setup.Role)
        {
            ProtocolViolationException.Throw($"Both ends say that they are the {frame.Role}");
        }

        core.PeerSaidHello(frame);
        core.Connection.PeerSaidHello();
    }

    private void PingReceived(in PingFrame frame)
    {
        long now = core.Now;
        bool tooSoon = _lastPing != long.MinValue && core.Time.GetElapsedTime(_lastPing, now).TotalMilliseconds < core.Own.MinPingIntervalMs;
        _lastPing = now;
        if (tooSoon)
        {
            core.ChargeAbnormalEnd(RpcStatusCode.ResourceExhausted);
        }

        SendBlock block = core.Queue.OpenControl(PongFrame.MaxLength);
        core.Queue.Wrote(block, PongFrame.Write(block.GetSpan(), frame.Value));
        core.Writer.FlushSoon();
    }

    private void GoAwayReceived(in GoAwayFrame frame)
    {
        string text = StatusMessage.ReadReason(frame.Reason);
        string reason = frame.IsAbort ? $"The peer ended the connection ({frame.Code}): {text}" : $"The peer is closing the connection: {text}";
        core.Idle.Charge();
        core.StopNewCalls(reason);
        core.Outgoing.EndUnserved(frame.LastId, reason);
        core.Connection.PeerSaidGoAway(frame.Code, reason);
    }
}
