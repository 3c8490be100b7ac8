namespace RpcWss;

/// <summary>The shape of a method.</summary>
public enum RpcMethodKind
{
    /// <summary>One request, one response.</summary>
    Unary = 0,

    /// <summary>One request, no response.</summary>
    OneWay = 1,

    /// <summary>Streams among the parameters, one response.</summary>
    ClientStreaming = 2,

    /// <summary>One request, a stream as its response.</summary>
    ServerStreaming = 3,

    /// <summary>Streams among the parameters, and a stream as the response.</summary>
    DuplexStreaming = 4,
}
