using RpcWss.Connections;
using RpcWss.Connections.Authentication;
using RpcWss.Security;

namespace RpcWss.Client;

/// <summary>Authenticates one connection while it is opened: the first token, in the header or by AUTH, and what the server says to it.</summary>
internal sealed class ClientAuthentication(Uri uri, RpcClientOptions options, TokenSource tokens)
{
    private readonly string _address = ClientUri.Describe(uri);
    private RpcAccessToken? _token;
    private Task<TokenAnswer>? _answer;

    private bool IsInBand => options.AccessTokenPlacement == RpcAccessTokenPlacement.InBand;

    /// <summary>The Authorization header of the request; null for none.</summary>
    public string? Header => _token is { } token && !IsInBand ? $"{token.Scheme} {token.Token}" : null;

    /// <summary>How long the connection is authenticated for, once it is; null: for good, or nobody knows.</summary>
    public TimeSpan? Lifetime { get; private set; }

    /// <summary>Gets the token that the connection is opened with.</summary>
    /// <exception cref="RpcConnectException">There should be one and there is none.</exception>
    public async Task PrepareAsync(CancellationToken limit, CancellationToken cancellationToken) =>
        _token = await tokens.GetAsync(RpcTokenReason.Connect, limit, cancellationToken).ConfigureAwait(false);

    /// <summary>The connection has started: a token that is meant for it leaves right behind HELLO, which saves a round trip.</summary>
    public void Started(RpcConnection connection)
    {
        if (_token is { } token && IsInBand)
        {
            Present(connection, token);
        }
    }

    /// <summary>The server's HELLO has come: completes when the server knows who this is, as far as it wants to.</summary>
    /// <exception cref="RpcConnectException">It does not.</exception>
    public async Task CompleteAsync(RpcConnection connection, CancellationToken cancellationToken)
    {
        TokenPresenter presenter = connection.Tokens;
        if (_answer is null && presenter.ServerRequiresToken)
        {
            // A token in the header would have been enough, so something on the way has removed that.
            Present(connection, _token ?? throw Failed("requires an access token and got none. Set RpcClientOptions.AccessTokenProvider, to what returns one.", null));
        }

        if (_answer is null)
        {
            Lifetime = presenter.UpgradeExpiresIn ?? (_token?.ExpiresAt - options.TimeProvider.GetUtcNow());
            return;
        }

        TokenAnswer answer;
        try
        {
            answer = await _answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException error)
        {
            throw Failed($"ended the connection before it said anything to the access token: {error.Message} See its log.", error);
        }

        if (answer.Code != RpcStatusCode.OK)
        {
            throw Failed($"did not accept the access token, with {answer.Code}: \"{PeerText.Clean(answer.Message)}\" {AdviceOn(answer.Code)}", null);
        }

        Lifetime = answer.ExpiresIn;
    }

    private static string AdviceOn(RpcStatusCode code) => code switch
    {
        RpcStatusCode.FailedPrecondition => "Leave RpcClientOptions.AccessTokenPlacement at Header, or have its operator set RpcWssBuilder.InBandAuthentication.",
        RpcStatusCode.PermissionDenied => "It knows who is asking and refuses; ask its operator for access.",
        RpcStatusCode.ResourceExhausted or RpcStatusCode.Unavailable => "Try again later.",
        _ => "See whether what RpcClientOptions.AccessTokenProvider returns has expired, and is meant for this server.",
    };

    private void Present(RpcConnection connection, RpcAccessToken token)
    {
        _answer = connection.Tokens.PresentAsync(token.Scheme, token.Token);
        // Nobody looks at it when HELLO does not come.
        _ = _answer.ContinueWith(static task => task.Exception, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously);
    }

    private RpcConnectException Failed(string what, Exception? error) => new(RpcConnectFailure.Unauthenticated, $"{_address} {what}", error);
}
