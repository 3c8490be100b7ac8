namespace RpcWss.Connections;

/// <summary>What one receive brought.</summary>
/// <param name="Count">How many bytes were written to the buffer.</param>
/// <param name="EndOfMessage">Whether they end the message.</param>
/// <param name="Kind">What kind of message they belong to.</param>
internal readonly record struct TransportRead(int Count, bool EndOfMessage, TransportReadKind Kind);

internal enum TransportReadKind : byte
{
    /// <summary>Bytes of a binary message.</summary>
    Binary,

    /// <summary>A text message, which the protocol does not know.</summary>
    Text,

    /// <summary>The peer closed its direction in order; nothing follows.</summary>
    Close,
}
