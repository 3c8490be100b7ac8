namespace RpcWss.Conformance.Runner;

/// <summary>How a case is run.</summary>
/// <param name="Wire">One wire of those that the case allows.</param>
/// <param name="Direction">Who calls.</param>
/// <param name="Seed">Where the case's random numbers start.</param>
/// <param name="IsFull">Whether the full counts are run instead of the quick ones.</param>
/// <param name="Peer">The other process, for cases over two; null for the others.</param>
internal sealed record CaseSettings(Wire Wire, Direction Direction, int Seed, bool IsFull, Processes.PeerProcess? Peer = null)
{
    /// <summary>Random numbers that are the same for the same seed.</summary>
    public Random CreateRandom() => new(Seed);

    /// <summary>How often to do something: often enough to notice a break, or as often as the conformance list says.</summary>
    public int Count(int quick, int full) => IsFull ? full : quick;
}
