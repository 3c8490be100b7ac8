namespace RpcWss.Benchmarks.Compare;

/// <summary>A subject with the program that plays it.</summary>
/// <param name="Name">As the results call it.</param>
/// <param name="Description">What exactly it is, in a line.</param>
/// <param name="Subject">As that program calls it.</param>
/// <param name="Program">The program; null for this one.</param>
internal sealed record Contestant(string Name, string Description, string Subject, string? Program = null);
