namespace RpcWss.Conformance.Contracts;

/// <summary>Calls that call their caller back, which calls back in turn.</summary>
[RpcContract]
internal partial interface IChain
{
    /// <summary>Goes down <paramref name="levels"/> further calls, each within the one before, and says how many there were.</summary>
    ValueTask<int> DescendAsync(int levels, byte[]? ballast = null, RpcCallContext? context = null);

    /// <summary>The same; the last one waits as <see cref="IWaiting.WaitAsync"/>. All mark <c>KEY level N cancelled</c>.</summary>
    ValueTask<int> WaitBelowAsync(int levels, string key, CancellationToken cancellationToken = default, RpcCallContext? context = null);
}
