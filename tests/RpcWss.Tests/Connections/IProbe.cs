using MessagePack;

namespace RpcWss.Tests.Connections;

/// <summary>What the engine's tests call.</summary>
[RpcContract]
public partial interface IProbe
{
    ValueTask<int> AddAsync(int left, int right, CancellationToken cancellationToken = default);

    ValueTask<byte[]> EchoAsync(byte[] bytes, CancellationToken cancellationToken = default);

    ValueTask<int> WeighAsync(Cargo cargo, CancellationToken cancellationToken = default);

    /// <summary>Runs what the test gave the service.</summary>
    ValueTask<string> RunAsync(string input, CancellationToken cancellationToken = default, RpcCallContext? context = null);

    [RpcMethod(OneWay = true)]
    ValueTask NoteAsync(string text);
}

/// <summary>Data whose property may throw while it is written.</summary>
[MessagePackObject]
public sealed class Cargo
{
    [IgnoreMember]
    public bool Throws { get; set; }

    [Key(0)]
    public int Weight
    {
        get => Throws ? throw new InvalidOperationException("the scales are broken") : field;
        set;
    }
}
