namespace RpcWss;

/// <summary>The shape of a method.</summary>
public enum RpcMethodKind
{
    /// <summary>One request, one response.</summary>
    Unary = 0,

    /// <summary>One request, no response.</summary>
    OneWay = 1,
}
