using System.Text;
using RpcWss.Conformance.Hostile;
using RpcWss.Fuzz.Hostile;
using RpcWss.Fuzz.Traffic;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Fuzz.Runs;

/// <summary>One connection under attack, from HELLO to its end, all from one seed.</summary>
internal sealed class AttackedConnection : IDisposable
{
    /// <summary>How long anything may take that should take microseconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const int MaxMessage = 100_000;

    private readonly Random _random;
    private readonly VictimKind _kind;
    private readonly PeerModel _model;
    private readonly FrameSource _frames;
    private readonly Attacker _attacker;
    private readonly Victim _victim;
    private readonly Tally _tally;
    private ulong _pings = 1UL << 50;

    public AttackedConnection(int seed, SeedTraffic traffic, Tally tally)
        : this(seed, new Random(seed), null, null, traffic, tally)
    {
    }

    /// <summary>For the same attack again: against a victim of this kind, from this role.</summary>
    public AttackedConnection(VictimKind kind, PeerRole role, SeedTraffic traffic, Tally tally)
        : this(0, new Random(0), kind, role, traffic, tally)
    {
    }

    private AttackedConnection(int seed, Random random, VictimKind? kind, PeerRole? role, SeedTraffic traffic, Tally tally)
    {
        Seed = seed;
        _random = random;
        _tally = tally;
        _kind = kind ?? VictimKind.All[_random.Next(VictimKind.All.Count)];
        Role = role ?? (PeerRole)_random.Next(2);
        _model = new PeerModel(Role, _random);
        _frames = new FrameSource(_model, traffic, _random);

        // Now and then the network cuts everything to pieces.
        int readSize = _random.Next(20) == 0 ? _random.Next(1, 64) : int.MaxValue;
        var (attacker, victim) = InMemoryTransport.CreatePair(new InMemoryTransportOptions { MaxReadSize = readSize });
        _attacker = new Attacker(attacker, _model, tally);
        _victim = new Victim(victim, Role == PeerRole.Client ? PeerRole.Server : PeerRole.Client, _kind, _random);
    }

    public int Seed { get; }

    /// <summary>The attacker's role.</summary>
    public PeerRole Role { get; }

    /// <summary>What the attack was, to be done again.</summary>
    public Conversation Sent => new($"seed {Seed}", Role, _attacker.Sent);

    public string Kind => _kind.Name;

    /// <exception cref="DefectException">The engine did what it must not.</exception>
    public async Task RunAsync()
    {
        await GreetAsync();
        int rounds = _random.Next(1, 80);
        double wildness = _random.Next(4) switch { 0 => 0.02, 1 => 0.002, _ => 0.0003 };
        for (int round = 0; round < rounds && _attacker.End is null; round++)
        {
            _victim.Call(atOnce: _random.Next(10));
            int sent = await AttackAsync(_random.Next(8, 160), wildness);
            await AnswersAsync();
            _tally.AddFrames(_attacker.End is null ? sent : 1);
            _victim.Check();
        }

        await FinishAsync();
    }

    /// <summary>The same messages again, one by one.</summary>
    public async Task ReplayAsync(Conversation conversation)
    {
        foreach (byte[] message in conversation.Messages)
        {
            _victim.Call(atOnce: 4);
            await _attacker.SendAsync(message);
            _tally.AddFrames(1);
            _victim.Check();
        }

        await AnswersAsync();
        await FinishAsync();
    }

    public void Dispose()
    {
        _attacker.Free();
        _victim.Dispose();
    }

    private async Task GreetAsync()
    {
        byte[] hello = RawFrames.Hello(Role, _random.Next(2) == 0 ? ProtocolLimits.Default : ProtocolLimits.Minimum);
        byte[] first = _random.Next(300) == 0 ? _frames.Broken(hello) : hello;
        if (_kind.TakesTokens && Role == PeerRole.Client)
        {
            first = [.. first, .. Auth(_random.Next(12) == 0 ? "bad" : "good")];
        }

        await _attacker.SendAsync(first);
        await _attacker.ReadHelloAsync();
        if (_kind.RequiresToken)
        {
            await AnswersAsync();
        }
    }

    private async Task<int> AttackAsync(int count, double wildness)
    {
        var message = new List<byte>();
        int sent = 0;
        while (sent < count)
        {
            bool isWild = _random.NextDouble() < wildness;
            if ((isWild ? _frames.Wild() : _frames.Next()) is not { } frame)
            {
                continue;
            }

            if (message.Count > 0 && (message.Count + frame.Length > MaxMessage || _random.Next(12) == 0))
            {
                await _attacker.SendAsync([.. message]);
                message.Clear();
            }

            message.AddRange(frame);
            sent++;
        }

        await _attacker.SendAsync([.. message]);
        return sent;
    }

    // A connection that has not ended answers a ping, whatever came before.
    private async Task AnswersAsync()
    {
        if (_attacker.End is not null)
        {
            return;
        }

        await _attacker.SendAsync(RawFrames.Ping(++_pings));
        try
        {
            await _attacker.ReadUntilAsync(_pings).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new DefectException($"The connection neither answered a ping nor ended within {Patience.TotalSeconds:0} s");
        }
    }

    private async Task FinishAsync()
    {
        if (_attacker.End is null && _random.Next(2) == 0)
        {
            await _attacker.CloseAsync();
        }
        else if (_attacker.End is null)
        {
            _attacker.Vanish();
        }

        await _victim.FinishAsync(Patience);
        _tally.AddConnection(_attacker.End ?? "left by the attacker");
    }

    private static byte[] Auth(string token)
    {
        byte[] frame = new byte[AuthFrame.MaxRequestLength(6, token.Length)];
        return frame[..AuthFrame.WriteRequest(frame, "Bearer"u8, Encoding.ASCII.GetBytes(token))];
    }
}
