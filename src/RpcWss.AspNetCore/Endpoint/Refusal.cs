using Microsoft.AspNetCore.Http;
using RpcWss.Client;

namespace RpcWss.Endpoint;

/// <summary>An answer to a request that gets no WebSocket.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Reason">What is wrong and what to do; goes to the peer, so it holds nothing that the peer sent.</param>
internal sealed record Refusal(int Status, string Reason)
{
    public Task WriteAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers[HttpRefusal.ReasonHeader] = Reason;
        if (Status == StatusCodes.Status426UpgradeRequired)
        {
            response.Headers.Upgrade = "websocket";
            response.Headers.Connection = "Upgrade";
            response.Headers.SecWebSocketVersion = "13";
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            // RFC 9110 §15.5.2 demands a challenge; which schemes the handlers know is theirs to tell.
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "1";
        }

        return response.WriteAsync(Reason);
    }
}
