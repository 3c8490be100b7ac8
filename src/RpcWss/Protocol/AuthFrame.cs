namespace RpcWss.Protocol;

/// <summary>
/// AUTH: the client presents a token, the server answers (docs/protocol.md#auth). The type of the first element tells which.
/// </summary>
internal readonly ref struct AuthFrame
{
    private const int RequestElements = 2;
    private const int AnswerElements = 1;

    /// <summary>The server's answer; otherwise the client's request.</summary>
    public bool IsAnswer { get; private init; }

    /// <summary>Request: how to read the token, for example "Bearer".</summary>
    public ReadOnlySpan<byte> Scheme { get; private init; }

    /// <summary>Request: a secret. It must not reach a log.</summary>
    public ReadOnlySpan<byte> Token { get; private init; }

    /// <summary>Answer: a status code, 0 when the token was accepted.</summary>
    public int Code { get; private init; }

    /// <summary>Answer: for people; empty when absent.</summary>
    public ReadOnlySpan<byte> Message { get; private init; }

    /// <summary>Answer: milliseconds until the token expires; null when it does not.</summary>
    public ulong? ExpiresMs { get; private init; }

    public static AuthFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < AnswerElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Auth, AnswerElements, elementCount);

        var reader = new ElementReader(body);
        if (!reader.IsStr)
        {
            return new AuthFrame
            {
                IsAnswer = true,
                Code = reader.ReadStatusCode(),
                Message = elementCount > 1 && !reader.TryReadNil() ? reader.ReadStr() : default,
                ExpiresMs = elementCount > 2 && !reader.TryReadNil() ? reader.ReadUInt64() : null,
            };
        }

        if (elementCount < RequestElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Auth, RequestElements, elementCount);
        return new AuthFrame { Scheme = reader.ReadStr(), Token = reader.ReadStr() };
    }

    public static int MaxRequestLength(int schemeLength, int tokenLength) =>
        ElementWriter.MaxFrameStart + ElementWriter.MaxHeader + schemeLength + ElementWriter.MaxHeader + tokenLength;

    /// <returns>Bytes written.</returns>
    public static int WriteRequest(Span<byte> destination, ReadOnlySpan<byte> scheme, ReadOnlySpan<byte> token)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(3, FrameKind.Auth);
        writer.WriteStr(scheme);
        writer.WriteStr(token);
        return writer.Written;
    }

    public static int MaxAnswerLength(int messageLength) =>
        ElementWriter.MaxFrameStart + (2 * ElementWriter.MaxInteger) + ElementWriter.MaxHeader + messageLength;

    /// <summary>An empty message is left out; <paramref name="expiresMs"/> is null when the token does not expire.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteAnswer(Span<byte> destination, int code, ReadOnlySpan<byte> message, ulong? expiresMs)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(4, FrameKind.Auth);
        writer.WriteInt32(code);
        writer.WriteStrOrNil(message);
        if (expiresMs is { } expires)
            writer.WriteUInt64(expires);
        else
            writer.WriteNil();
        return writer.Written;
    }
}
