namespace RpcWss.Conformance.Contracts;

/// <summary>A call that is handed on over another connection, to the side behind.</summary>
[RpcContract]
internal partial interface IRelay
{
    /// <summary>Goes on until nothing is behind, and waits there for the gate or the token. All mark <c>KEY started</c>, and <c>KEY cancelled</c> when that is why it ends.</summary>
    ValueTask<int> WaitBehindAsync(string key, CancellationToken cancellationToken = default);
}
