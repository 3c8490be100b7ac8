using System.Buffers;
using System.Security.Claims;
using System.Text;
using RpcWss.Diagnostics;
using RpcWss.Protocol;

namespace RpcWss.Connections.Authentication;

/// <summary>The server's side of AUTH: takes tokens, one at a time, has them judged, and answers.</summary>
internal sealed class TokenJudge(ConnectionCore core) : AuthExchange(core)
{
    private const int MaxSchemeLength = 64;

    // What an Authorization header may hold, since that is what a token becomes.
    private static readonly SearchValues<byte> _visible = SearchValues.Create([.. Enumerable.Range(0x21, 0x7E - 0x20).Select(value => (byte)value)]);
    private static readonly SearchValues<byte> _text = SearchValues.Create([.. Enumerable.Range(0x20, 0x7E - 0x1F).Select(value => (byte)value)]);

    private readonly CancellationTokenSource? _stop = core.Setup.Tokens is null ? null : new();
    private Task _judging = Task.CompletedTask;     // under the gate
    private bool _owesAnswer;                       // under the gate

    public override HelloFeatures Features => Core.Setup.Tokens is null ? HelloFeatures.None
        : Core.Setup.RequiresToken ? HelloFeatures.Auth | HelloFeatures.AuthRequired
        : HelloFeatures.Auth;

    private RpcConnection Connection => Core.Connection;

    private bool IsAuthenticated => Connection.Peer.User.Identity?.IsAuthenticated == true;

    public override void Received(in AuthFrame frame)
    {
        if (frame.IsAnswer)
        {
            ProtocolViolationException.Throw("An AUTH answer came from the client");
        }

        if (_owesAnswer)
        {
            ProtocolViolationException.Throw("An AUTH came before the answer to the one before");
        }

        if (Core.Setup.Tokens is not { } authority)
        {
            Core.ChargeAbnormalEnd(RpcStatusCode.FailedPrecondition);
            Answer(RpcStatusCode.FailedPrecondition, "This endpoint takes no tokens in band. Send the token with the request that opens the connection.", null);
            return;
        }

        _owesAnswer = true;
        if (frame.Scheme.Length is 0 or > MaxSchemeLength || frame.Token.IsEmpty || frame.Scheme.ContainsAnyExcept(_visible) || frame.Token.ContainsAnyExcept(_text))
        {
            var verdict = TokenVerdict.Refused(RpcStatusCode.InvalidArgument, "The scheme or the token is empty, or holds what no Authorization header may hold.");
            bool isFinal = Refuse(verdict);
            _judging = Task.Run(() => Refused(verdict, isFinal), CancellationToken.None);
            return;
        }

        _judging = JudgeAsync(authority, Encoding.ASCII.GetString(frame.Scheme), Encoding.ASCII.GetString(frame.Token));
    }

    public override async Task StopAsync()
    {
        _ = _stop?.CancelAsync();
        Task judging;
        lock (Core.Gate)
        {
            judging = _judging;
        }

        await judging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task JudgeAsync(TokenAuthority authority, string scheme, string token)
    {
        // The receive loop holds the gate here.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        TokenVerdict verdict = await AskAsync(authority, scheme, token).ConfigureAwait(false);
        bool isFinal = false;
        lock (Core.Gate)
        {
            if (Core.End is not null)
            {
                return;
            }

            if (verdict.User is { } named && authority.FindRefusal(Connection, named) is { } refusal)
            {
                verdict = refusal;
            }

            if (verdict.User is { } user)
            {
                Become(user, verdict.ExpiresAt);
            }
            else
            {
                isFinal = Refuse(verdict);
            }
        }

        if (verdict.User is null)
        {
            Refused(verdict, isFinal);
            return;
        }

        // Not under the gate: whoever is told may look at the connection.
        authority.Accepted(Connection);
        Connection.PeerAuthenticated();
        lock (Core.Gate)
        {
            Answer(RpcStatusCode.OK, null, ConnectionTerm.MillisecondsTo(verdict.ExpiresAt, Core.Time));
        }
    }

    private async Task<TokenVerdict> AskAsync(TokenAuthority authority, string scheme, string token)
    {
        using var limit = new CancellationTokenSource(Core.Setup.Limits.HandshakeTimeout, Core.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop!.Token);
        CancellationToken cancellation = either.Token;
        try
        {
            // It is anybody's code, so that it may block as well as take its time.
            TokenVerdict verdict = await Task.Run(() => authority.JudgeAsync(Connection, scheme, token, cancellation), CancellationToken.None).WaitAsync(cancellation).ConfigureAwait(false);
            return verdict.User is not null && verdict.ExpiresAt <= Core.Time.GetUtcNow()
                ? TokenVerdict.Refused(RpcStatusCode.Unauthenticated, "The token has expired.")
                : verdict;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return TokenVerdict.Refused(RpcStatusCode.Unavailable, "The token could not be checked in time. Try again.");
        }
        catch (Exception error)
        {
            // Its message may hold the token.
            ConnectionLog.TokenCheckFailed(Core.Setup.Logger, Connection.Peer.Id, error.GetType().Name);
            return TokenVerdict.Refused(RpcStatusCode.Internal, "The token could not be checked.");
        }
    }

    // Under the gate.
    private void Become(ClaimsPrincipal user, DateTimeOffset? expires)
    {
        Connection.SetUser(user);
        Core.Term.Renew(expires);
        Core.Frames.AuthSucceeded();
    }

    // Under the gate. Says whether the connection ends by it.
    private bool Refuse(TokenVerdict verdict)
    {
        Core.ChargeAbnormalEnd(verdict.Code);
        Answer(verdict.Code, verdict.Message, null);
        return !IsAuthenticated;
    }

    // Not under the gate: loggers are anybody's code.
    private void Refused(TokenVerdict verdict, bool isFinal)
    {
        ConnectionLog.TokenRefused(Core.Setup.Logger, Connection.Peer.Id, verdict.Code, verdict.Message);
        if (isFinal)
        {
            Connection.BeginEnd(ConnectionEnd.Unauthenticated("The peer's token was refused."));
        }
    }

    // Under the gate.
    private void Answer(RpcStatusCode code, string? message, ulong? expiresMs)
    {
        _owesAnswer = false;
        if (Core.IsSilent)
        {
            return;
        }

        byte[] text = StatusMessage.Encode(message ?? "");
        SendBlock block = Core.Queue.OpenControl(AuthFrame.MaxAnswerLength(text.Length));
        Core.Queue.Wrote(block, AuthFrame.WriteAnswer(block.GetSpan(), (int)code, text, expiresMs));
        Core.Writer.FlushSoon();
    }
}
