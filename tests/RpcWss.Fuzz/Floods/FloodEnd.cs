namespace RpcWss.Fuzz.Floods;

/// <summary>How a flood ended.</summary>
/// <param name="HasEnded">Whether the connection ended, rather than the flooder's patience.</param>
/// <param name="Sent">How much had been handed to the network by then: frames, or fragments.</param>
/// <param name="Elapsed">How long that took.</param>
/// <param name="Said">The close code and reason, as far as the flooder learned them.</param>
internal sealed record FloodEnd(bool HasEnded, long Sent, TimeSpan Elapsed, string Said);
