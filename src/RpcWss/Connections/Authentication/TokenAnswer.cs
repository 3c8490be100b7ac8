namespace RpcWss.Connections.Authentication;

/// <summary>What the server said to a token.</summary>
/// <param name="Code">OK when it was accepted.</param>
/// <param name="Message">For people; of the peer's making.</param>
/// <param name="ExpiresIn">How long it is good for; null for good.</param>
internal readonly record struct TokenAnswer(RpcStatusCode Code, string Message, TimeSpan? ExpiresIn);
