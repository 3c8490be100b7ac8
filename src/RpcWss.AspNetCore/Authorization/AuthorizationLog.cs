using Microsoft.Extensions.Logging;

namespace RpcWss.Authorization;

/// <summary>What authorization of calls decides. Event ids are stable; 2200 to 2299 are of this class.</summary>
internal static partial class AuthorizationLog
{
    [LoggerMessage(2201, LogLevel.Information, "The peer {PeerId} may not call {Method}: {Reasons}")]
    public static partial void Refused(ILogger logger, string peerId, string method, string reasons);

    [LoggerMessage(2202, LogLevel.Warning, "Nobody may call {Methods}: neither [Authorize] nor [AllowAnonymous] is on them, and RpcWssBuilder.DenyUnmarkedMethods is set.")]
    public static partial void Denied(ILogger logger, string methods);
}
