namespace RpcWss.Benchmarks.Compare;

/// <summary>A subject with the programs that play it.</summary>
/// <param name="Name">As the results call it.</param>
/// <param name="Description">What exactly it is, in a line.</param>
/// <param name="Subject">As those programs call it.</param>
/// <param name="Program">The program of both ends; null for this one.</param>
/// <param name="Starter">The client whose start is measured; null for this program.</param>
internal sealed record Contestant(string Name, string Description, string Subject, string? Program = null, string? Starter = null);
