namespace RpcWss.Client;

/// <summary>A shared TLS connection is gone, or takes no more WebSockets; the HTTP stack wanted to put another one in its place, of which nothing would be known.</summary>
internal sealed class ConnectionSpentException() : Exception("The shared connection takes no more WebSockets.");
