using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Diagnostics;

/// <summary>A finding as the generator itself reports it where analyzers are off: compared by value, without syntax or symbols.</summary>
internal sealed record ReportedFinding(string Id, string Path, TextSpan Span, LinePositionSpan Lines, EquatableArray<string> Arguments)
{
    public static ReportedFinding From(Finding finding)
    {
        var span = finding.Location.GetLineSpan();
        var arguments = new List<string>();
        foreach (object argument in finding.Arguments)
        {
            arguments.Add(argument.ToString());
        }

        return new ReportedFinding(finding.Rule.Id, span.Path, finding.Location.SourceSpan, span.Span, new(arguments));
    }

    public Diagnostic ToDiagnostic()
    {
        var location = Path.Length == 0 ? Location.None : Location.Create(Path, Span, Lines);
        return Diagnostic.Create(Rules.ById(Id), location, [.. Arguments]);
    }
}
