namespace RpcWss.Conformance.Contracts;

/// <summary>
/// What a case sees of the other side and how it steers it, without a clock: marks that services make there, and gates that they wait at. Called
/// directly in one process, over a connection of its own between two.
/// </summary>
[RpcContract]
internal partial interface IBoard
{
    /// <summary>Completes when <paramref name="mark"/> has been made that many times.</summary>
    ValueTask ReachedAsync(string mark, int times = 1, CancellationToken cancellationToken = default);

    /// <summary>How often a mark has been made.</summary>
    ValueTask<int> CountAsync(string mark);

    /// <summary>Lets through whoever waits at a gate, now and later.</summary>
    ValueTask OpenAsync(string gate);
}
