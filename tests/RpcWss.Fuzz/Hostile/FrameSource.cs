using RpcWss.Fuzz.Traffic;

namespace RpcWss.Fuzz.Hostile;

/// <summary>What an attacker sends next: frames of recorded conversations, changed or not, lost, doubled and out of order, among others that it makes up.</summary>
internal sealed class FrameSource
{
    private readonly PeerModel _model;
    private readonly SeedTraffic _traffic;
    private readonly Random _random;
    private readonly Mutator _mutator;
    private readonly HostileFrames _hostile;
    private readonly Playback?[] _playbacks = new Playback?[3];
    private byte[]? _heldBack;

    public FrameSource(PeerModel model, SeedTraffic traffic, Random random)
    {
        _model = model;
        _traffic = traffic;
        _random = random;
        _mutator = new Mutator(random, traffic.Payloads);
        _hostile = new HostileFrames(model, _mutator, random);
    }

    /// <summary>A frame that an engine should mostly bear; null when the moment has none.</summary>
    public byte[]? Next()
    {
        if (_heldBack is { } held && _random.Next(4) == 0)
        {
            _heldBack = null;
            return held;
        }

        return _random.Next(5) < 2 ? _hostile.Next() : Recorded();
    }

    /// <summary>A frame that mostly ends the connection.</summary>
    public byte[]? Wild()
    {
        if (_random.Next(5) == 0)
        {
            return _hostile.Fatal();
        }

        if (Play() is not { } frame)
        {
            return _hostile.Next() is { } made ? _mutator.Bytes(made) : null;
        }

        if (_random.Next(2) == 0)
        {
            _mutator.Wildly(frame);
            return frame.ToBytes();
        }

        return Broken(frame.ToBytes());
    }

    /// <summary>The same with some bytes wrong.</summary>
    public byte[] Broken(byte[] frame) => _mutator.Bytes(frame) is { Length: > 0 } broken ? broken : [0xc1];

    private byte[]? Recorded()
    {
        if (Play() is not { } frame)
        {
            return null;
        }

        bool isCall = frame.Kind == Protocol.FrameKind.Call;
        switch (_random.Next(10))
        {
            case < 4:
                _mutator.Gently(frame);
                return frame.ToBytes();
            case 4 when !isCall:
                return null;
            case 5 when !isCall:
                return [.. frame.ToBytes(), .. frame.ToBytes()];
            case 6 when !isCall && _heldBack is null:
                _heldBack = frame.ToBytes();
                return null;
            default:
                return frame.ToBytes();
        }
    }

    private FrameParts? Play()
    {
        ref Playback? playback = ref _playbacks[_random.Next(_playbacks.Length)];
        if (playback is null or { IsOver: true })
        {
            playback = _traffic.Begin(_model, _random);
        }

        return playback.IsOver ? null : playback.Next();
    }
}
