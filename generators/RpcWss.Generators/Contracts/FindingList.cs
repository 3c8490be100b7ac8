using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.Generators.Contracts;

/// <summary>Collects what is wrong with one contract.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => _findings;

    /// <summary>Whether nothing can be generated.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Gives up on a contract over an error that the compiler reports itself.</summary>
    public void GiveUp() => HasErrors = true;

    public void Add(DiagnosticDescriptor rule, Place place, params object[] arguments) => Add(rule, place, null, arguments);

    /// <summary>Reports a type that must change somewhere else than where it is reported.</summary>
    public void AddAbout(ITypeSymbol about, DiagnosticDescriptor rule, Place place, params object[] arguments) =>
        Add(rule, place, about.OriginalDefinition.GetDocumentationCommentId(), arguments);

    private void Add(DiagnosticDescriptor rule, Place place, string? about, object[] arguments)
    {
        var finding = new Finding(rule, place.Location, [.. place.Related], about, [.. Spelled(arguments)]);
        HasErrors |= finding.IsError;
        _findings.Add(finding);
    }

    private static IEnumerable<object> Spelled(object[] arguments)
    {
        foreach (object argument in arguments)
        {
            yield return argument is Subject ? argument.ToString() : argument;
        }
    }
}

/// <summary>Where a finding sits: the offending token, and the member behind it where that is written somewhere else.</summary>
internal readonly struct Place(Location location, IReadOnlyList<Location> related)
{
    public Location Location { get; } = location;

    public IReadOnlyList<Location> Related { get; } = related;

    public Place(Location location)
        : this(location, [])
    {
    }
}
