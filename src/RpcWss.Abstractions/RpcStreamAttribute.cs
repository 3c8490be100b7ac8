namespace RpcWss;

/// <summary>
/// Sets what happens when the consumer of a stream of items falls behind. On a stream parameter, or on the result:
/// <c>[return: RpcStream(WhenSlow = RpcSlowConsumer.LatestOnly)]</c>. What is dropped is counted
/// (<see cref="RpcCallContext.ItemsDropped"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue, Inherited = false)]
public sealed class RpcStreamAttribute : Attribute
{
    /// <summary>What becomes of items that find the stream's window full. Default: <see cref="RpcSlowConsumer.Wait"/>.</summary>
    public RpcSlowConsumer WhenSlow { get; set; }

    /// <summary>
    /// How many items may wait at the producer's side with <see cref="RpcSlowConsumer.DropOldest"/> and <see cref="RpcSlowConsumer.Fail"/>, beside what is
    /// on its way. Default: 64. At least 1.
    /// </summary>
    public int Capacity { get; set; } = 64;
}
