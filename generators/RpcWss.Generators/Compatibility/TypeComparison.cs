namespace RpcWss.Generators.Compatibility;

/// <summary>
/// Compares types as they were and as they are. A data type under its own name is the same here, since its members are compared by
/// themselves; one that takes the place of another is compared with that, member by member.
/// </summary>
internal sealed class TypeComparison(WireSurface before, WireSurface after)
{
    private readonly Dictionary<(string Before, string After), WireDifference> _pairs = [];
    private readonly SortedDictionary<string, SortedSet<string>> _predecessors = new(StringComparer.Ordinal);

    /// <summary>The data types whose place a data type has taken, as far as types were compared.</summary>
    public IEnumerable<string> PredecessorsOf(string data) => _predecessors.TryGetValue(data, out var found) ? found : [];

    public WireDifference Compare(WireType old, WireType now)
    {
        var difference = Present(old, now);
        return old.AcceptsNil && !now.AcceptsNil ? difference.Or(WireDifference.Broken("nil is not accepted any more"))
            : now.AcceptsNil && !old.AcceptsNil ? difference.Or(WireDifference.Widened("older readers fail on nil"))
            : difference;
    }

    private WireDifference Present(WireType old, WireType now)
    {
        if (old.Form != now.Form)
        {
            return WireDifference.Broken("neither is read as the other");
        }

        switch (old.Form)
        {
            case WireForm.Leaf:
                return LeafComparison.Compare(old.Name, now.Name);
            case WireForm.Data:
                return old.Name == now.Name ? WireDifference.None : Data(old.Name, now.Name);
            default:
                return Items(old, now);
        }
    }

    private WireDifference Items(WireType old, WireType now)
    {
        if (old.Items.Count != now.Items.Count || old.Rank != now.Rank)
        {
            return WireDifference.Broken("the numbers of items differ");
        }

        var difference = WireDifference.None;
        for (int index = 0; index < old.Items.Count; index++)
        {
            difference = difference.Or(Compare(old.Items[index], now.Items[index]));
        }

        return difference;
    }

    private WireDifference Data(string old, string now)
    {
        // What contains itself is like the other if all the rest is.
        if (_pairs.TryGetValue((old, now), out var known))
        {
            return known;
        }

        _pairs.Add((old, now), WireDifference.Alike);
        if (!_predecessors.TryGetValue(now, out var predecessors))
        {
            _predecessors.Add(now, predecessors = new(StringComparer.Ordinal));
        }

        predecessors.Add(old);
        var difference = before.Data(old) is { } former && after.Data(now) is { } current
            ? WireDifference.Alike.Or(Members(former, current))
            : WireDifference.Broken($"the baseline has no line of '{old}'");
        _pairs[(old, now)] = difference;
        return difference;
    }

    private WireDifference Members(WireData old, WireData now)
    {
        var difference = WireDifference.None;
        foreach (var change in new DataComparison(this, before, after).Compare(old, now))
        {
            difference = difference.Or(change.Difference with { Reason = $"{change.Title}: {change.Difference.Reason}" });
        }

        return difference;
    }
}
