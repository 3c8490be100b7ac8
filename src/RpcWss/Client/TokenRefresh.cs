using Microsoft.Extensions.Logging;
using RpcWss.Connections;
using RpcWss.Connections.Authentication;
using RpcWss.Diagnostics;
using RpcWss.Security;

namespace RpcWss.Client;

/// <summary>
/// Replaces the access token of an open connection before it expires, for as long as the server says when that is. One that cannot be had, or is refused, is
/// tried again in half of the time that is left, until there is none.
/// </summary>
internal sealed class TokenRefresh(RpcConnection connection, TokenSource tokens, RpcClientOptions options, ILogger logger)
{
    // About four fifths of the lifetime; spread, since clients that got their tokens together would else come back together.
    private const double Earliest = 0.75;
    private const double Latest = 0.85;
    private static readonly TimeSpan _shortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestDelay = TimeSpan.FromDays(1);

    /// <summary>Runs until the connection ends, the token lasts for good, or it has expired. Never fails.</summary>
    /// <param name="lifetime">How long the first token lasts; null for good.</param>
    public async Task RunAsync(TimeSpan? lifetime)
    {
        try
        {
            while (lifetime is { } left)
            {
                long expires = Deadline.After(options.TimeProvider, options.TimeProvider.GetTimestamp(), left);
                await WaitAsync(left * (Earliest + ((Latest - Earliest) * Random.Shared.NextDouble()))).ConfigureAwait(false);
                if (await RefreshAsync(expires).ConfigureAwait(false) is not { } answer)
                {
                    return;
                }

                lifetime = answer.ExpiresIn;
            }
        }
        catch (OperationCanceledException)
        {
            // The connection has ended.
        }
        catch (RpcException)
        {
            // It has ended while the answer was awaited.
        }
    }

    // The answer that accepted a token; null when time has run out.
    private async Task<TokenAnswer?> RefreshAsync(long expires)
    {
        var reason = RpcTokenReason.Refresh;
        while (true)
        {
            (TokenAnswer? answer, string failure) = await TryAsync(reason).ConfigureAwait(false);
            if (answer is { Code: RpcStatusCode.OK })
            {
                return answer;
            }

            TimeSpan left = Deadline.Remaining(options.TimeProvider, options.TimeProvider.GetTimestamp(), expires);
            TimeSpan wait = left / 2 > _shortestWait ? left / 2 : _shortestWait;
            ConnectionLog.RefreshFailed(logger, connection.Peer.Id, failure, left.TotalSeconds, wait.TotalSeconds);
            if (left <= _shortestWait)
            {
                return null;
            }

            reason = answer is null ? RpcTokenReason.Refresh : RpcTokenReason.Refused;
            await WaitAsync(wait).ConfigureAwait(false);
        }
    }

    private async Task<(TokenAnswer? Answer, string Failure)> TryAsync(RpcTokenReason reason)
    {
        using var limit = new CancellationTokenSource(options.Limits.HandshakeTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, connection.Ended);
        RpcAccessToken? token;
        try
        {
            token = await tokens.GetAsync(reason, limit.Token, either.Token).ConfigureAwait(false);
        }
        catch (RpcConnectException error)
        {
            return (null, error.Message);
        }

        if (token is null)
        {
            return (null, "RpcClientOptions.AccessTokenProvider returned none.");
        }

        // The server answers every token, and while it has not, no other may be sent: this waits as long as the connection lasts.
        TokenAnswer answer = await connection.Tokens.PresentAsync(token.Scheme, token.Token).WaitAsync(connection.Ended).ConfigureAwait(false);
        return (answer, $"the server answered {answer.Code}: \"{PeerText.Clean(answer.Message)}\"");
    }

    private async Task WaitAsync(TimeSpan wait)
    {
        wait = wait > _shortestWait ? wait : _shortestWait;
        while (wait > TimeSpan.Zero)
        {
            TimeSpan step = wait < _longestDelay ? wait : _longestDelay;
            await Task.Delay(step, options.TimeProvider, connection.Ended).ConfigureAwait(false);
            wait -= step;
        }
    }
}
