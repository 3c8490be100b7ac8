namespace RpcWss;

/// <summary>
/// Marks a <c>partial interface</c> as a contract: the source generator completes it with a typed client proxy and a typed
/// server dispatcher (see <see cref="IRpcContract{TSelf}"/>).
/// </summary>
/// <example>
/// <code>
/// [RpcContract]
/// public partial interface ICalculator
/// {
///     ValueTask&lt;int&gt; AddAsync(int left, int right, CancellationToken cancellationToken = default);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class RpcContractAttribute : Attribute
{
    /// <summary>
    /// The contract's name on the wire. Default: the interface's full name, such as <c>Shop.IOrders</c>. Set it to keep the wire
    /// compatible when the interface is renamed or moved. At most 512 UTF-8 bytes together with any method name.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Whether the calls of one connection run one after the other, each starting when the previous one completed, in the order
    /// in which they were sent. Default: <see langword="false"/>; calls run concurrently and promise no order. A call made
    /// back to the caller while it serves one runs in that call's turn, so that call-backs cannot deadlock.
    /// </summary>
    public bool Ordered { get; set; }

    /// <summary>
    /// <see cref="RpcMethodAttribute.MaxPayloadSize"/> for the methods that set none themselves, in bytes; inherited ones too. A base that is a contract
    /// itself has no say: what counts is the contract that the call goes through. Default: 0, the connection's limit alone.
    /// </summary>
    public int MaxPayloadSize { get; set; }
}
