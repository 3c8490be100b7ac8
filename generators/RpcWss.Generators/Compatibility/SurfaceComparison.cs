namespace RpcWss.Generators.Compatibility;

/// <summary>Compares what a project has on the wire with its baseline.</summary>
internal sealed class SurfaceComparison
{
    internal const string Accept = "accept it into the baseline";
    internal const string AcceptBreak = "accept the break into the baseline";
    internal const string ReadersFirst = "update the sides that read it before those that write it, and accept it into the baseline";

    private readonly WireSurface _before;
    private readonly WireSurface _after;
    private readonly TypeComparison _types;
    private readonly List<WireChange> _changes = [];

    private SurfaceComparison(WireSurface before, WireSurface after)
    {
        _before = before;
        _after = after;
        _types = new TypeComparison(before, after);
    }

    /// <summary>All that differs, in the order of what is compared.</summary>
    public static IReadOnlyList<WireChange> Compare(WireSurface before, WireSurface after)
    {
        var comparison = new SurfaceComparison(before, after);
        comparison.Contracts();
        comparison.KnownData();
        comparison.OtherData();
        return comparison._changes;
    }

    private void Contracts()
    {
        var renames = ContractRenames.Find(_before, _after);
        foreach (var line in _before.Lines)
        {
            if (line is not WireContract contract)
            {
                continue;
            }

            if (_after.Has(contract.Place))
            {
                Methods(contract.Name);
                continue;
            }

            var old = ContractLines(_before, contract);
            if (renames.TryGetValue(contract.Name, out string? now))
            {
                var renamed = new WireContract(now);
                Add(new(
                    ChangeKind.Gone, contract.Name, $"is called '{now}' now", $"write [RpcContract(Name = \"{contract.Name}\")], or {AcceptBreak}", renamed.Place, "",
                    contract.Place, WireEdit.Of(old, ContractLines(_after, renamed)), contract.Name));
            }
            else
            {
                Add(new(
                    ChangeKind.Gone, contract.Name, "is not in the code any more", $"bring it back, or {AcceptBreak}", null, "", contract.Place, WireEdit.Of(old, [])));
            }
        }

        foreach (var line in _after.Lines)
        {
            if (line is WireContract contract && !_before.Has(contract.Place) && !renames.ContainsValue(contract.Name))
            {
                Add(Unrecorded(contract.Name, "it is new", Accept, contract.Place, WireEdit.Of([], ContractLines(_after, contract))));
            }
        }
    }

    private void Methods(string contract)
    {
        var before = _before.Methods(contract);
        var after = _after.Methods(contract);
        var gone = before.FindAll(method => _after.Method(contract, method.Name) is null);
        var added = after.FindAll(method => _before.Method(contract, method.Name) is null);
        foreach (var old in gone)
        {
            var alike = added.FindAll(old.IsAlike);
            if (alike.Count == 1 && gone.FindAll(old.IsAlike).Count == 1)
            {
                added.Remove(alike[0]);
                Add(new(
                    ChangeKind.Gone, old.FullName, $"is called '{alike[0].Name}' now", $"write [RpcMethod(Name = \"{old.Name}\")], or {AcceptBreak}", alike[0].Place, "",
                    old.Place, WireEdit.Of([old], alike), old.Name));
            }
            else
            {
                Add(new(
                    ChangeKind.Gone, old.FullName, "is not in the code any more", $"bring it back, or {AcceptBreak}", WirePlace.Contract(contract), "", old.Place,
                    WireEdit.Of([old], [])));
            }
        }

        foreach (var method in added)
        {
            Add(Unrecorded(method.FullName, "it is new", Accept, method.Place, WireEdit.Of([], [method])));
        }

        foreach (var method in after)
        {
            if (_before.Method(contract, method.Name) is { } old && old != method)
            {
                Changed(old, method);
            }
        }
    }

    private void Changed(WireMethod old, WireMethod now)
    {
        var differences = new MethodComparison(_types).Compare(old, now);
        var worst = differences[0];
        string reason = string.Join(", and ", differences.ConvertAll(static difference => difference.Reason));
        var edit = WireEdit.Of([old], [now]);
        Add(worst.Verdict == WireVerdict.Broken
            ? new(ChangeKind.Method, now.FullName, reason, $"leave it as it was and add another method, or {AcceptBreak}", now.Place, worst.Parameter, old.Place, edit)
            : Unrecorded(now.FullName, reason, worst.Verdict == WireVerdict.Widened ? ReadersFirst : Accept, now.Place, edit) with { Parameter = worst.Parameter });
    }

    /// <summary>The data types that the baseline has by their names.</summary>
    private void KnownData()
    {
        var comparison = new DataComparison(_types, _before, _after);
        foreach (var line in _after.Lines)
        {
            if (line is WireData data && _before.Data(data.Name) is { } old)
            {
                foreach (var change in comparison.Compare(old, data))
                {
                    Add(change.Before is null && change.After is null
                        ? new(
                            ChangeKind.Data, data.Name, change.Difference.Reason, $"write it as it was, or {AcceptBreak}", data.Place, "", data.Place,
                            WireEdit.Of(DataLines(_before, old), DataLines(_after, data)))
                        : Changed(data, change));
                }
            }
        }
    }

    private static WireChange Changed(WireData data, MemberChange change)
    {
        WireLine[] removed = change.Before is { } before ? [before] : [];
        WireLine added = change.After is { } after ? after : change.Before! with { IsRemoved = true };
        var code = change.After is { } present ? present.Place : data.Place;
        var edit = WireEdit.Of(removed, [added]);
        var line = change.Before?.Place ?? data.Place;
        string advice = change.After is null ? "leave it as it was" : data.Form == DataForm.Union ? "give it a number of its own" : "give it a key of its own";
        return change.Difference.Verdict == WireVerdict.Broken
            ? new(ChangeKind.Data, change.Title, change.Difference.Reason, $"{advice}, or {AcceptBreak}", code, "", line, edit)
            : Unrecorded(change.Title, $"it {change.Difference.Reason}", change.Difference.Verdict == WireVerdict.Widened ? ReadersFirst : Accept, code, edit) with { Line = line };
    }

    /// <summary>The data types that only one of the two has.</summary>
    private void OtherData()
    {
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in _after.Lines)
        {
            if (line is WireData data && _before.Data(data.Name) is null)
            {
                var predecessors = new List<string>(_types.PredecessorsOf(data.Name));
                var gone = predecessors.FindAll(old => _before.Data(old) is not null && _after.Data(old) is null && replaced.Add(old));
                var removed = new List<WireLine>();
                gone.ForEach(old => removed.AddRange(DataLines(_before, _before.Data(old)!)));
                string reason = predecessors.Count == 0 ? "it is new" : $"it takes the place of '{string.Join("' and '", predecessors)}'";
                Add(Unrecorded(
                    data.Name, reason, Accept, data.Place, WireEdit.Of(removed, [.. DataLines(_after, data), .. Reserved(data)])));
            }
        }

        foreach (var line in _before.Lines)
        {
            if (line is WireData data && _after.Data(data.Name) is null && !replaced.Contains(data.Name))
            {
                Add(Unrecorded(data.Name, "it is not sent any more", Accept, null, WireEdit.Of(DataLines(_before, data), [])) with { Line = data.Place });
            }
        }
    }

    /// <summary>Keys of the types whose place a type has taken stay kept.</summary>
    private List<WireLine> Reserved(WireData data)
    {
        var reserved = new List<WireLine>();
        var keys = new HashSet<WireKey>(_after.Members(data.Name).Keys);
        foreach (string predecessor in _types.PredecessorsOf(data.Name))
        {
            foreach (var member in _before.Members(predecessor).Values)
            {
                if (_before.Data(predecessor)?.Form == data.Form && keys.Add(member.Key))
                {
                    reserved.Add(member with { Data = data.Name, IsRemoved = true });
                }
            }
        }

        return reserved;
    }

    private static List<WireLine> ContractLines(WireSurface surface, WireContract contract) => [contract, .. surface.Methods(contract.Name)];

    private static List<WireLine> DataLines(WireSurface surface, WireData data) => [data, .. surface.Members(data.Name).Values];

    private static WireChange Unrecorded(string title, string reason, string advice, WirePlace? code, WireEdit edit) =>
        new(ChangeKind.Unrecorded, title, reason, advice, code, "", code ?? default, edit);

    private void Add(WireChange change) => _changes.Add(change);
}
