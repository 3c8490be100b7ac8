using Microsoft.Extensions.Logging;

namespace RpcWss.Peers;

/// <summary>What happens to peers. Event ids are stable; 2300 to 2399 are of this class.</summary>
internal static partial class PeerLog
{
    [LoggerMessage(2301, LogLevel.Error, "The peer observer {Observer} failed for the peer {PeerId}.")]
    public static partial void ObserverFailed(ILogger logger, string observer, string peerId, Exception error);
}
