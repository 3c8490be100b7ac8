using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Diagnostics;

/// <summary>Something wrong with a contract, as the parser found it. Holds locations, so it never enters the pipeline.</summary>
internal sealed record Finding(DiagnosticDescriptor Rule, Location Location, ImmutableArray<Location> Related, ImmutableArray<object> Arguments)
{
    public bool IsError => Rule.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Related, [.. Arguments]);
}
