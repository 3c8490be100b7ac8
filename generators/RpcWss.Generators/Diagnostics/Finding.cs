using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Diagnostics;

/// <summary>Something wrong with a contract, as the parser found it. Holds locations, so it never enters the pipeline.</summary>
/// <param name="About">The type that must change, by its documentation id; null where the location says what must.</param>
internal sealed record Finding(
    DiagnosticDescriptor Rule, Location Location, ImmutableArray<Location> Related, string? About, ImmutableArray<object> Arguments)
{
    /// <summary>The property of a diagnostic that holds <see cref="About"/>.</summary>
    public const string AboutProperty = "About";

    public bool IsError => Rule.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rule, Location, Related, ImmutableDictionary<string, string?>.Empty.Add(AboutProperty, About), [.. Arguments]);
}
