namespace RpcWss.Connections.Streams;

/// <summary>What is wrong with a frame of a stream.</summary>
internal enum StreamFault : byte
{
    None,

    /// <summary>It is out of turn, or beyond the window or the announced length.</summary>
    Violation,

    /// <summary>It announces or carries an item above the limit.</summary>
    TooLarge,
}
