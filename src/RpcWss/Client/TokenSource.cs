using RpcWss.Connections.Authentication;

namespace RpcWss.Client;

/// <summary>Asks the user's provider for access tokens, within a time limit, and never repeats what one holds.</summary>
internal sealed class TokenSource(Uri uri, RpcClientOptions options)
{
    private readonly Func<RpcTokenRequest, CancellationToken, ValueTask<RpcAccessToken?>>? _provider = options.AccessTokenProvider;
    private readonly bool _mayBeLong = options.AccessTokenPlacement == RpcAccessTokenPlacement.Header;

    /// <summary>Whether there is anybody to ask.</summary>
    public bool IsEmpty => _provider is null;

    /// <summary>A token, or null for none.</summary>
    /// <param name="reason">Why it is wanted.</param>
    /// <param name="limit">Fires when it took too long.</param>
    /// <param name="cancellationToken">Fires when nobody wants it any more; or when <paramref name="limit"/> does.</param>
    /// <exception cref="RpcConnectException">The provider failed, took too long, or returned what cannot be sent.</exception>
    /// <exception cref="OperationCanceledException">Nobody wants it any more.</exception>
    public async Task<RpcAccessToken?> GetAsync(RpcTokenReason reason, CancellationToken limit, CancellationToken cancellationToken)
    {
        if (_provider is not { } provider)
        {
            return null;
        }

        RpcAccessToken? token;
        try
        {
            // Another thread, and not waited for beyond the limit: it is anybody's code and may block.
            token = await Task.Run(() => provider(new RpcTokenRequest(uri, reason), cancellationToken).AsTask(), CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw limit.IsCancellationRequested
                ? Failed($"returned no token within {options.Limits.HandshakeTimeout.TotalSeconds:0.###} s (RpcLimits.HandshakeTimeout). See what it waits for.", error)
                : error;
        }
        catch (Exception error)
        {
            // Its message may hold the token.
            throw Failed($"failed with {error.GetType().Name}; the inner exception says why. Catch there what it can do something about, or return null to connect without a token.", error);
        }

        if (token is { Token.Length: > TokenPresenter.MaxTokenLength } && !(_mayBeLong && reason == RpcTokenReason.Connect))
        {
            throw Failed($"returned a token of {token.Token.Length:N0} characters; {TokenPresenter.MaxTokenLength:N0} can be sent over a connection. Ask for one with fewer claims.", null);
        }

        return token;
    }

    private RpcConnectException Failed(string what, Exception? error) =>
        new(RpcConnectFailure.Unauthenticated, $"{ClientUri.Describe(uri)} was not authenticated to: RpcClientOptions.AccessTokenProvider {what}", error);
}
