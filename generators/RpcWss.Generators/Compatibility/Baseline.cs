namespace RpcWss.Generators.Compatibility;

/// <summary>The baseline as its files have it: what the lines say, where each stands, and which are not understood.</summary>
internal sealed class Baseline
{
    private readonly Dictionary<WirePlace, PlacedLine> _places = [];
    private readonly List<BaselineFault> _faults = [];

    private Baseline()
    {
    }

    public WireSurface Surface { get; } = new();

    /// <summary>While there is one, nothing can be said about what the baseline has.</summary>
    public IReadOnlyList<BaselineFault> Faults => _faults;

    /// <param name="files">In an order that does not depend on how they were passed.</param>
    public static Baseline Of(IReadOnlyList<BaselineFile> files)
    {
        var baseline = new Baseline();
        for (int file = 0; file < files.Count; file++)
        {
            foreach (var line in files[file].Lines)
            {
                baseline.Add(new PlacedLine(file, line));
            }
        }

        baseline.CheckOwners();
        return baseline;
    }

    /// <summary>The line about something; null when there is none.</summary>
    public PlacedLine? LineOf(WirePlace place) => _places.TryGetValue(place, out var line) ? line : null;

    private void Add(PlacedLine placed)
    {
        if (placed.Line.Content is not { } content)
        {
            _faults.Add(new BaselineFault(placed, placed.Line.Reason));
        }
        else if (!Surface.Add(content))
        {
            _faults.Add(new BaselineFault(placed, "there is another line about the same"));
        }
        else
        {
            _places.Add(content.Place, placed);
        }
    }

    private void CheckOwners()
    {
        foreach (var line in Surface.Lines)
        {
            if (line is WireMethod method && !Surface.Has(WirePlace.Contract(method.Contract)))
            {
                _faults.Add(new BaselineFault(_places[line.Place], $"the contract '{method.Contract}' has no line"));
            }
            else if (line is WireMember member && Surface.Data(member.Data) is null)
            {
                _faults.Add(new BaselineFault(_places[line.Place], $"the data type '{member.Data}' has no line"));
            }
        }
    }
}

/// <summary>A line and the number of its file.</summary>
internal sealed record PlacedLine(int File, BaselineLine Line);

/// <summary>A line that is not understood, and why.</summary>
internal sealed record BaselineFault(PlacedLine At, string Reason);
