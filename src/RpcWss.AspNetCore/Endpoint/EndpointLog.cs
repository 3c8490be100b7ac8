using System.Net;
using Microsoft.Extensions.Logging;

namespace RpcWss.Endpoint;

/// <summary>What happens at endpoints. Event ids are stable; 2000 to 2099 are of this class.</summary>
internal static partial class EndpointLog
{
    [LoggerMessage(2001, LogLevel.Information, "A request from {Remote} was refused with {Status}: {Reason}")]
    public static partial void Refused(ILogger logger, IPEndPoint? remote, int status, string reason);

    [LoggerMessage(2002, LogLevel.Debug, "The peer {PeerId} has connected from {Remote}.")]
    public static partial void Connected(ILogger logger, string peerId, IPEndPoint? remote);

    [LoggerMessage(2003, LogLevel.Debug, "The peer {PeerId} has disconnected.")]
    public static partial void Disconnected(ILogger logger, string peerId, Exception? error);

    [LoggerMessage(2004, LogLevel.Information, "A connection from {Remote} was opened, and no acceptable HELLO came, or no token where one is required.")]
    public static partial void NoHello(ILogger logger, IPEndPoint? remote, Exception error);

    [LoggerMessage(2005, LogLevel.Error, "A per-connection service of the peer {PeerId} failed when it was disposed of.")]
    public static partial void DisposeFailed(ILogger logger, string peerId, Exception error);

    [LoggerMessage(2006, LogLevel.Information, "The host stops: closing {Count} connections.")]
    public static partial void Stopping(ILogger logger, int count);

    [LoggerMessage(2007, LogLevel.Warning, "A connection from {Remote} was refused: {Limit} is reached.")]
    public static partial void Full(ILogger logger, IPEndPoint? remote, string limit);

    [LoggerMessage(2008, LogLevel.Warning, "{Problem}")]
    public static partial void UnsafeRuntime(ILogger logger, string problem);
}
