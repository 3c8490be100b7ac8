namespace RpcWss;

/// <summary>Sets how one method of a contract is called. A method without it is an ordinary call.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RpcMethodAttribute : Attribute
{
    /// <summary>
    /// The method's name on the wire, unique within its contract. Default: the method's name in C#. Overloads need one each.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Whether the caller neither waits for the method to run nor learns its outcome. The returned task completes when the call has
    /// been accepted for sending; it waits when the receiver falls behind (<c>docs/protocol.md#one-way-calls</c>). Only for
    /// methods that return <see cref="ValueTask"/> or <see cref="Task"/>. Default: <see langword="false"/>.
    /// </summary>
    public bool OneWay { get; set; }

    /// <summary>
    /// The largest encoded argument list, result or item of the method, in bytes; both ends refuse larger ones with
    /// <see cref="RpcStatusCode.ResourceExhausted"/>. Default: 0, what the contract says, or else the connection's limit, which holds in any case.
    /// </summary>
    public int MaxPayloadSize { get; set; }
}
