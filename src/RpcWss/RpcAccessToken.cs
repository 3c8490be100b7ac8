using System.Buffers;

namespace RpcWss;

/// <summary>A secret by which a server knows who connects. Immutable; its text never holds the secret.</summary>
public sealed class RpcAccessToken
{
    private const int MaxSchemeLength = 64;

    // Anything else could end the header that a token travels in (RFC 9110 §5.5, §11.4).
    private static readonly SearchValues<char> _visible = SearchValues.Create([.. Enumerable.Range(0x21, 0x7E - 0x20).Select(value => (char)value)]);
    private static readonly SearchValues<char> _text = SearchValues.Create([.. Enumerable.Range(0x20, 0x7E - 0x1F).Select(value => (char)value)]);

    /// <summary>Wraps a token.</summary>
    /// <param name="token">The token: printable ASCII, not empty.</param>
    /// <param name="scheme">How the server reads it, as in an <c>Authorization</c> header. Default: Bearer.</param>
    /// <exception cref="ArgumentException">One of them is empty, or holds what cannot be sent.</exception>
    public RpcAccessToken(string token, string scheme = "Bearer")
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        if (token.AsSpan().ContainsAnyExcept(_text))
        {
            throw new ArgumentException("The token holds characters that are not printable ASCII, which cannot be sent. Encode it, as with Base64Url.", nameof(token));
        }

        if (scheme.Length > MaxSchemeLength || scheme.AsSpan().ContainsAnyExcept(_visible))
        {
            throw new ArgumentException($"The scheme is longer than {MaxSchemeLength} characters, or holds others than printable ASCII without blanks.", nameof(scheme));
        }

        Token = token;
        Scheme = scheme;
    }

    /// <summary>The token.</summary>
    public string Token { get; }

    /// <summary>How the server reads it.</summary>
    public string Scheme { get; }

    /// <summary>
    /// When the token expires, if that is known: tells when to refresh it where the server does not say. Default: null, not known.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The scheme alone.</summary>
    public override string ToString() => $"{Scheme} token";
}
