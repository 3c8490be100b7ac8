namespace RpcWss.Conformance.Runner;

/// <summary>Who calls whom. The peers are equal, so whatever holds for one direction holds for the other.</summary>
internal enum Direction
{
    /// <summary>The client calls, or attacks, the server.</summary>
    ToServer,

    /// <summary>The server calls, or attacks, the client.</summary>
    ToClient,
}
