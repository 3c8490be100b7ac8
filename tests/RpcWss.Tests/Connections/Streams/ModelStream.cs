using RpcWss.Connections.Streams;

namespace RpcWss.Tests.Connections.Streams;

/// <summary>
/// One stream of the model: the credit of both ends is the engine's own, the queues between them are lists. A copy is a state; what may happen next is a step.
/// </summary>
internal sealed class ModelStream
{
    private const int LargestInline = 16 * 1024;

    private SendCredit _send;
    private ReceiveCredit _receive;
    private List<int> _toProduce = [];
    private List<(char Kind, long Bytes)> _forward = [];    // I item frame, A announcement, C chunk
    private List<long> _backward = [];                      // credit
    private List<(long Cost, long Reserved)> _buffered = [];  // what may be consumed
    private long _openFrame = -1;                           // bytes in the frame that is open; -1 for none
    private long _largeLeft;
    private bool _announced = true;
    private long _arriving;                                 // cost of the announced item so far; 0 for none
    private long _announcedLeft;
    private long _arrivingReserved;
    private bool _hasGrown;

    public ModelStream(long window, IEnumerable<int> items)
    {
        _send = new SendCredit(window);
        _receive = new ReceiveCredit(window);
        _toProduce = [.. items];
    }

    /// <summary>What the announced item lacks, for which memory must be set aside; 0 when nothing waits for that.</summary>
    public long Lacking { get; private set; }

    /// <summary>What is set aside.</summary>
    public long Reserved => _arrivingReserved + _buffered.Sum(batch => batch.Reserved);

    public bool IsDone => _toProduce.Count == 0 && _openFrame < 0 && _largeLeft == 0 && _announced && _forward.Count == 0 && _buffered.Count == 0 && _arriving == 0;

    public string Key => string.Join('|',
        _send.Left, _send.HasStalled, _receive.Window, _receive.Granted - _receive.Consumed, _receive.Received - _receive.Consumed, string.Join(',', _toProduce),
        string.Join(',', _forward), string.Join(',', _backward), string.Join(',', _buffered), _openFrame, _largeLeft, _announced, _arriving, _announcedLeft, Lacking, _arrivingReserved, _hasGrown);

    /// <summary>What may happen next, each as a step on a copy.</summary>
    public IEnumerable<Action<ModelStream>> Steps()
    {
        if (_toProduce.Count > 0 && _largeLeft == 0 && _announced)
        {
            yield return static stream => stream.Produce();
        }

        if (_openFrame >= 0 || !_announced || (_largeLeft > 0 && _send.Left > 0))
        {
            yield return static stream => stream.Write();
        }

        if (_forward.Count > 0)
        {
            yield return static stream => stream.Arrive();
        }

        if (_backward.Count > 0)
        {
            yield return static stream => stream.TakeCredit();
        }

        if (!_hasGrown && _receive.Received > 0)
        {
            yield return static stream => stream.Grow();
        }

        if (_buffered.Count > 0)
        {
            yield return static stream => stream.Consume();
        }
    }

    public ModelStream Copy()
    {
        var copy = (ModelStream)MemberwiseClone();
        copy._toProduce = [.. _toProduce];
        copy._forward = [.. _forward];
        copy._backward = [.. _backward];
        copy._buffered = [.. _buffered];
        return copy;
    }

    /// <summary>The memory that the announced item lacks was set aside.</summary>
    public void Admit()
    {
        _arrivingReserved = Lacking;
        Lacking = 0;
        _receive.Admit();
        Replenish();
    }

    /// <summary>No credit is lost or invented, and nobody sends beyond it.</summary>
    public void CheckInvariants()
    {
        long underWay = _forward.Sum(frame => frame.Kind == 'A' ? SendCredit.FrameCost : frame.Kind == 'I' ? SendCredit.FrameCost + frame.Bytes : frame.Bytes);
        long staged = (_openFrame >= 0 ? _openFrame + SendCredit.FrameCost : 0) + (_announced ? 0 : SendCredit.FrameCost);
        Assert.InRange(_send.Left, 0, long.MaxValue);
        Assert.Equal(_receive.Granted - _receive.Received, _send.Left + underWay + staged + _backward.Sum());
        Assert.InRange(_receive.Buffered, 0, _receive.Window + Reserved);
    }

    private void Produce()
    {
        int length = _toProduce[0];
        bool joins = _openFrame >= 0 && _openFrame + length <= LargestInline;
        switch (_send.Decide(length, joins, LargestInline))
        {
            case ItemPassage.Inline when joins:
                _openFrame += length;
                _send.Spend(length);
                break;
            case ItemPassage.Inline:
                FlushOpen();
                _send.BeginFrame();
                _send.Spend(length);
                _openFrame = length;
                break;
            case ItemPassage.Announced:
                FlushOpen();
                _send.BeginFrame();
                _announced = false;
                _largeLeft = length;
                break;
            default:
                return;
        }

        _toProduce.RemoveAt(0);
    }

    private void Write()
    {
        if (_openFrame >= 0)
        {
            FlushOpen();
            return;
        }

        if (!_announced)
        {
            _announced = true;
            _forward.Add(('A', _largeLeft));
        }

        long chunk = Math.Min(Math.Min(_largeLeft, _send.Left), LargestInline);
        if (chunk > 0)
        {
            _send.Spend(chunk);
            _largeLeft -= chunk;
            _forward.Add(('C', chunk));
        }
    }

    private void FlushOpen()
    {
        if (_openFrame >= 0)
        {
            _forward.Add(('I', _openFrame));
            _openFrame = -1;
        }
    }

    private void Arrive()
    {
        (char kind, long bytes) = _forward[0];
        _forward.RemoveAt(0);
        switch (kind)
        {
            case 'I':
                Assert.True(_receive.TryReceive(bytes + SendCredit.FrameCost));
                _buffered.Add((bytes + SendCredit.FrameCost, 0));
                break;
            case 'A':
                Assert.True(_receive.TryReceive(SendCredit.FrameCost));
                _arriving = SendCredit.FrameCost;
                _announcedLeft = bytes;
                _receive.Announce(bytes);
                Lacking = Math.Max(0, bytes - (_receive.Granted - _receive.Received));
                break;
            default:
                Assert.True(_receive.TryReceive(bytes));
                _arriving += bytes;
                _announcedLeft -= bytes;
                if (_announcedLeft == 0)
                {
                    _buffered.Add((_arriving, _arrivingReserved));
                    _arriving = 0;
                    _arrivingReserved = 0;
                    Lacking = 0;
                }

                break;
        }
    }

    private void TakeCredit()
    {
        Assert.True(_send.TryAdd(_backward[0]));
        _backward.RemoveAt(0);
    }

    private void Consume()
    {
        _receive.Consume(_buffered[0].Cost);
        _buffered.RemoveAt(0);
        Replenish();
    }

    private void Grow()
    {
        _hasGrown = true;
        _receive.Grow(_receive.Window / 2);
        Replenish();
    }

    private void Replenish()
    {
        if (_receive.Replenish() is > 0 and long credit)
        {
            _backward.Add(credit);
        }
    }
}
