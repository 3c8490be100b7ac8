namespace RpcWss.Connections;

/// <summary>The peer sent a text message, which the protocol does not know.</summary>
internal sealed class TextMessageException() : Exception("A text message came.");
