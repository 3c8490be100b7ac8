using System.Threading.Channels;
using RpcWss.Connections;

namespace RpcWss.Tests.Connections;

/// <summary>Another transport, and how much room each receive had: a receive says that what came before was dealt with.</summary>
internal sealed class WatchedTransport(MessageTransport inner) : MessageTransport
{
    private readonly Channel<int> _receives = Channel.CreateUnbounded<int>();

    /// <summary>Waits for the next receive that begins, and says how long its buffer is.</summary>
    public ValueTask<int> NextReceiveAsync() => _receives.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public override ValueTask<TransportRead> ReceiveAsync(Memory<byte> buffer)
    {
        _receives.Writer.TryWrite(buffer.Length);
        return inner.ReceiveAsync(buffer);
    }

    public override ValueTask SendAsync(ReadOnlyMemory<byte> message) => inner.SendAsync(message);

    public override ValueTask CloseAsync(TransportCloseCode code, string reason) => inner.CloseAsync(code, reason);

    public override void Abort() => inner.Abort();

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
