using Microsoft.CodeAnalysis;
using RpcWss.Generators.Compatibility;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Diagnostics;

/// <summary>
/// The comparison of one compilation, made once, when first asked for, and told part by part. Types and files are asked about from
/// several threads; the results are guarded by the lock and do not change.
/// </summary>
internal sealed class WireBaselineCheck
{
    private readonly object _gate = new();
    private readonly Compilation _compilation;
    private readonly IReadOnlyList<AdditionalText> _files;
    private readonly Dictionary<INamedTypeSymbol, List<Diagnostic>> _ofTypes = new(SymbolEqualityComparer.Default);
    private readonly List<Diagnostic>[] _ofFiles;
    private readonly List<BaselineFile> _contents;
    private bool _isDone;

    /// <param name="compilation">The project.</param>
    /// <param name="files">The files of the baseline, in their order.</param>
    /// <param name="contents">What they say.</param>
    public WireBaselineCheck(Compilation compilation, IReadOnlyList<AdditionalText> files, List<BaselineFile> contents)
    {
        _compilation = compilation;
        _files = files;
        _contents = contents;
        _ofFiles = new List<Diagnostic>[files.Count];
    }

    public void Report(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellation)
    {
        // Contracts have an attribute, and so have the types that they send.
        if (!type.GetAttributes().IsEmpty)
        {
            Complete(cancellation);
            if (_ofTypes.TryGetValue(type, out var found))
            {
                found.ForEach(report);
            }
        }
    }

    public void Report(AdditionalText file, Action<Diagnostic> report, CancellationToken cancellation)
    {
        for (int index = 0; index < _files.Count; index++)
        {
            if (_files[index].Path == file.Path)
            {
                Complete(cancellation);
                _ofFiles[index].ForEach(report);
            }
        }
    }

    private void Complete(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_isDone)
            {
                _ofTypes.Clear();
                for (int index = 0; index < _ofFiles.Length; index++)
                {
                    _ofFiles[index] = [];
                }

                Compare(cancellation);
                _isDone = true;
            }
        }
    }

    private void Compare(CancellationToken cancellation)
    {
        var baseline = Baseline.Of(_contents);
        foreach (var fault in baseline.Faults)
        {
            var properties = BaselineProperties.Of(new WireEdit(new([fault.At.Line.Text]), default), "");
            AddToFile(fault.At, location => Diagnostic.Create(Rules.BaselineLine, location, properties, fault.At.Line.Text, fault.Reason));
        }

        if (baseline.Faults.Count > 0 || ContractSearch.All(_compilation, cancellation) is not { } contracts)
        {
            return;
        }

        var parts = contracts.ConvertAll(static contract => (contract.Model!, contract.Data));
        var locations = new WireLocations(contracts, _compilation, cancellation);
        foreach (var change in SurfaceComparison.Compare(baseline.Surface, ModelSurface.Of(parts)))
        {
            var properties = BaselineProperties.Of(change.Edit, change.KeptName);
            Diagnostic Make(Location location, IEnumerable<Location> related) =>
                Diagnostic.Create(RuleOf(change.Kind), location, related, properties, change.Title, change.Reason, change.Advice);
            if (change.Code is { } code)
            {
                var (owner, place) = locations.Find(code, change.Parameter);
                AddToType(owner, Make(place.Location, place.Related));
            }
            else if (baseline.LineOf(change.Line) is { } line)
            {
                AddToFile(line, location => Make(location, []));
            }
        }
    }

    private void AddToType(INamedTypeSymbol type, Diagnostic diagnostic)
    {
        if (!_ofTypes.TryGetValue(type, out var found))
        {
            _ofTypes.Add(type, found = []);
        }

        found.Add(diagnostic);
    }

    private void AddToFile(PlacedLine line, Func<Location, Diagnostic> make)
    {
        var file = _files[line.File];
        var text = file.GetText()!;
        var span = text.Lines[line.Line.Number].Span;
        _ofFiles[line.File].Add(make(Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span))));
    }

    private static DiagnosticDescriptor RuleOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Gone => Rules.NameGone,
        ChangeKind.Method => Rules.MethodBroken,
        ChangeKind.Data => Rules.DataBroken,
        _ => Rules.Unrecorded,
    };
}
