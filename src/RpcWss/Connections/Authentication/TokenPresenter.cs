using System.Text;
using RpcWss.Protocol;

namespace RpcWss.Connections.Authentication;

/// <summary>The client's side of AUTH: sends tokens, one at a time, and takes the answers.</summary>
internal sealed class TokenPresenter(ConnectionCore core) : AuthExchange(core)
{
    /// <summary>The longest token; with a HELLO it stays within what a server takes before it has succeeded.</summary>
    public const int MaxTokenLength = 15 * 1024;

    private TaskCompletionSource<TokenAnswer>? _awaited;    // under the gate
    private HelloFeatures _serverFeatures;

    /// <summary>Whether the server takes AUTH; known once its HELLO has come.</summary>
    public bool ServerTakesTokens => (_serverFeatures & HelloFeatures.Auth) != 0;

    /// <summary>Whether the server serves nothing before AUTH has succeeded; known once its HELLO has come.</summary>
    public bool ServerRequiresToken => (_serverFeatures & HelloFeatures.AuthRequired) != 0;

    /// <summary>How long what was sent with the upgrade is good for, as the server's HELLO says; null: for good, or it was not said.</summary>
    public TimeSpan? UpgradeExpiresIn { get; private set; }

    public override void HelloReceived(in HelloFrame frame)
    {
        _serverFeatures = frame.Features;
        UpgradeExpiresIn = Span(frame.ExpiresMs);
    }

    /// <summary>Sends a token and completes with the answer. One caller at a time.</summary>
    /// <exception cref="RpcException">The connection ended before the answer came.</exception>
    public Task<TokenAnswer> PresentAsync(string scheme, string token)
    {
        byte[] schemeBytes = Encoding.ASCII.GetBytes(scheme);
        byte[] tokenBytes = Encoding.ASCII.GetBytes(token);
        lock (Core.Gate)
        {
            if (_awaited is not null)
            {
                throw new InvalidOperationException("A token was presented before the answer to the one before.");
            }

            if (Core.End is { } end)
            {
                return Task.FromException<TokenAnswer>(Ended(end));
            }

            _awaited = new TaskCompletionSource<TokenAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            SendBlock block = Core.Queue.OpenControl(AuthFrame.MaxRequestLength(schemeBytes.Length, tokenBytes.Length));
            Core.Queue.Wrote(block, AuthFrame.WriteRequest(block.GetSpan(), schemeBytes, tokenBytes));
            Core.Writer.FlushSoon();
            return _awaited.Task;
        }
    }

    public override void Received(in AuthFrame frame)
    {
        if (!frame.IsAnswer)
        {
            ProtocolViolationException.Throw("An AUTH with a token came from the server");
        }

        if (_awaited is not { } awaited)
        {
            ProtocolViolationException.Throw("An AUTH answer came to nothing");
            return;
        }

        _awaited = null;
        awaited.SetResult(new TokenAnswer((RpcStatusCode)frame.Code, Encoding.UTF8.GetString(frame.Message), Span(frame.ExpiresMs)));
    }

    public override Task StopAsync()
    {
        lock (Core.Gate)
        {
            _awaited?.TrySetException(Ended(Core.End!));
            _awaited = null;
        }

        return Task.CompletedTask;
    }

    private static RpcException Ended(ConnectionEnd end) => new(RpcStatusCode.Unavailable, end.Reason) { Execution = RpcExecution.NotExecuted };

    // What a TimeSpan cannot hold never comes.
    private static TimeSpan? Span(ulong? milliseconds) =>
        milliseconds is { } value && value < TimeSpan.MaxValue.TotalMilliseconds ? TimeSpan.FromMilliseconds(value) : null;
}
