using System.Net.Sockets;

namespace RpcWss.Client;

/// <summary>A socket from which nothing is read before <paramref name="ready"/>, so that what this side sends first travels meanwhile.</summary>
internal sealed class SocketStream(Socket socket, Task ready) : NetworkStream(socket, ownsSocket: true)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ready.IsCompleted ? base.ReadAsync(buffer, cancellationToken) : ReadWhenReadyAsync(buffer, cancellationToken);

    private async ValueTask<int> ReadWhenReadyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }
}
