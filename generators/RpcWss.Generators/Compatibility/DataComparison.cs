namespace RpcWss.Generators.Compatibility;

/// <summary>Compares the members of a data type, or the cases of a union, with those of one before it.</summary>
internal sealed class DataComparison(TypeComparison types, WireSurface before, WireSurface after)
{
    /// <summary>What changed, by keys; a change without a member is one of the form, after which no member is like it was.</summary>
    public List<MemberChange> Compare(WireData old, WireData now)
    {
        if (old.Form != now.Form)
        {
            string was = old.Form.ToString().ToLowerInvariant();
            return [new(null, null, WireDifference.Broken($"was written as {was} and is written as {now.Form.ToString().ToLowerInvariant()}"))];
        }

        var changes = new List<MemberChange>();
        var former = before.Members(old.Name);
        var current = after.Members(now.Name);
        foreach (var member in current.Values)
        {
            if (!former.TryGetValue(member.Key, out var previous))
            {
                changes.Add(new(null, member, Unread(now, former, member) ?? New(now)));
            }
            else if (previous.IsRemoved && Unread(now, former, member) is { } unread)
            {
                changes.Add(new(previous, member, unread));
            }
            else if (Kept(previous, member, former) is { Verdict: not WireVerdict.Same } difference)
            {
                changes.Add(new(previous, member, difference));
            }
        }

        foreach (var member in former.Values)
        {
            if (!member.IsRemoved && !current.ContainsKey(member.Key))
            {
                changes.Add(new(member, null, Gone(now)));
            }
        }

        if (now.Form == DataForm.Array)
        {
            ApplyGaps(changes, former, current);
        }

        changes.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return changes;
    }

    /// <summary>Between the members that they have, older senders put nil for every key that they do not know.</summary>
    private static WireDifference? Unread(WireData data, IReadOnlyDictionary<WireKey, WireMember> former, WireMember member) =>
        data.Form == DataForm.Array && member.Key.Number < Last(former) && !member.Type.AcceptsNil
            ? WireDifference.Broken($"is new where older senders send nil, which cannot be read as {member.Type}")
            : null;

    private static WireDifference New(WireData data) => data.Form == DataForm.Union
        ? new(WireVerdict.Widened, "is a new case; older readers fail on it")
        : new(WireVerdict.Alike, "is new");

    private static WireDifference Gone(WireData data) => data.Form == DataForm.Union
        ? WireDifference.Broken("is a case no more, so that reading what older senders send fails")
        : new(WireVerdict.Alike, "is gone, and its key is kept for it");

    private WireDifference Kept(WireMember old, WireMember now, IReadOnlyDictionary<WireKey, WireMember> former)
    {
        var difference = types.Compare(old.Type, now.Type);
        string because = difference.Reason.Length == 0 ? "" : $"; {difference.Reason}";
        if (old.IsRemoved)
        {
            return difference.Verdict == WireVerdict.Broken
                ? WireDifference.Broken($"has the key of a member that was removed, '{old.Title}', which was {old.Type}{because}")
                : new(WireVerdict.Alike, "is back");
        }

        if (now.Name != old.Name)
        {
            foreach (var other in former.Values)
            {
                if (!other.IsRemoved && other.Name == now.Name)
                {
                    return WireDifference.Broken($"had the key {other.Key} before, and this key was that of '{old.Name}'");
                }
            }
        }

        return old.Type != now.Type ? difference with { Reason = $"was {old.Type} and is {now.Type}{because}" }
            : now.Name != old.Name ? new(WireVerdict.Alike, $"was called '{old.Name}'; if it means something else now, give it a key of its own")
            : WireDifference.None;
    }

    /// <summary>
    /// Between the members of an array nil stands for each key without one. Readers that still have a member there read it as that
    /// member, which fails where it cannot be nil; behind the last member nothing is sent, and the member keeps its default.
    /// </summary>
    private static void ApplyGaps(List<MemberChange> changes, IReadOnlyDictionary<WireKey, WireMember> former, IReadOnlyDictionary<WireKey, WireMember> current)
    {
        int end = Last(former);
        foreach (var hole in former.Values)
        {
            if (hole.Type.AcceptsNil || current.ContainsKey(hole.Key) || hole.Key.Number > Last(current))
            {
                continue;
            }

            if (!hole.IsRemoved)
            {
                int index = changes.FindIndex(change => change.Before == hole);
                changes[index] = changes[index] with
                {
                    Difference = WireDifference.Broken($"is gone, and nil is sent in its place, which older readers cannot read as {hole.Type}"),
                };
            }
            else if (hole.Key.Number > end)
            {
                int index = changes.FindIndex(change => change.After is { } member && member.Key.Number > hole.Key.Number);
                changes[index] = changes[index] with
                {
                    Difference = WireDifference.Broken($"comes behind the removed '{hole.Title}', in whose place nil is sent now, which older readers cannot read as {hole.Type}"),
                };
            }
        }
    }

    private static int Last(IReadOnlyDictionary<WireKey, WireMember> members)
    {
        int last = -1;
        foreach (var member in members.Values)
        {
            last = member.IsRemoved ? last : Math.Max(last, member.Key.Number);
        }

        return last;
    }
}

/// <summary>A member that changed: as it was, as it is, and what follows from it.</summary>
internal sealed record MemberChange(WireMember? Before, WireMember? After, WireDifference Difference)
{
    public WireKey Key => (After ?? Before)?.Key ?? default;

    /// <summary>As messages name it.</summary>
    public string Title => (After ?? Before)?.Title ?? "";
}
