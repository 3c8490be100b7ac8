namespace RpcWss.Generators.Compatibility;

/// <summary>Compares a method with what it was.</summary>
internal sealed class MethodComparison(TypeComparison types)
{
    private readonly List<MethodDifference> _differences = [];

    /// <summary>What differs, the worst first.</summary>
    public List<MethodDifference> Compare(WireMethod old, WireMethod now)
    {
        _differences.Clear();
        Parameters(old, now);
        Streams(old, now);
        Flow("", "its result", old.Result, now.Result);

        // The sort must keep the order of parameters among what is equally bad.
        var sorted = new List<MethodDifference>();
        for (var verdict = WireVerdict.Broken; verdict > WireVerdict.Same; verdict--)
        {
            sorted.AddRange(_differences.FindAll(difference => difference.Verdict == verdict));
        }

        return sorted;
    }

    private void Parameters(WireMethod old, WireMethod now)
    {
        for (int index = 0; index < Math.Max(old.Parameters.Count, now.Parameters.Count); index++)
        {
            if (index >= now.Parameters.Count)
            {
                var gone = old.Parameters[index];
                Add(gone.IsOptional ? WireVerdict.Alike : WireVerdict.Broken, "", gone.IsOptional
                    ? $"its optional parameter '{gone.Name}' is gone"
                    : $"its parameter '{gone.Name}' is gone, without which older services fail the call");
            }
            else if (index >= old.Parameters.Count)
            {
                var added = now.Parameters[index];
                if (Has(old, added.Name))
                {
                    Add(WireVerdict.Broken, added.Name, $"its parameter '{added.Name}' has another place, at which older peers neither send nor read it");
                    continue;
                }

                Add(added.IsOptional ? WireVerdict.Alike : WireVerdict.Broken, added.Name, added.IsOptional
                    ? $"its optional parameter '{added.Name}' is new"
                    : $"its parameter '{added.Name}' is new and has no default value, so that calls of older clients fail");
            }
            else
            {
                Parameter(old, old.Parameters[index], now.Parameters[index]);
            }
        }
    }

    private void Parameter(WireMethod method, WireParameter old, WireParameter now)
    {
        if (now.Name != old.Name && Has(method, now.Name))
        {
            Add(WireVerdict.Broken, now.Name, $"its parameter '{now.Name}' has the place of '{old.Name}', which older peers send and read there");
            return;
        }

        var difference = types.Compare(old.Type, now.Type);
        if (old.Type != now.Type)
        {
            Add(difference.Verdict, now.Name, $"its parameter '{now.Name}' {Became(old.Type, now.Type, difference)}");
        }

        if (old.IsOptional && !now.IsOptional)
        {
            Add(WireVerdict.Broken, now.Name, $"its parameter '{now.Name}' has no default value any more, so that calls without it fail");
        }
        else if (now.IsOptional && !old.IsOptional)
        {
            Add(WireVerdict.Alike, now.Name, $"its parameter '{now.Name}' is optional now");
        }

        if (now.Name != old.Name)
        {
            Add(WireVerdict.Alike, now.Name, $"its parameter '{old.Name}' is called '{now.Name}' now");
        }
    }

    private void Streams(WireMethod old, WireMethod now)
    {
        for (int index = 0; index < Math.Max(old.Streams.Count, now.Streams.Count); index++)
        {
            if (index >= now.Streams.Count)
            {
                Add(WireVerdict.Broken, "", $"its stream '{old.Streams[index].Name}' is gone");
            }
            else if (index >= old.Streams.Count)
            {
                Add(WireVerdict.Broken, now.Streams[index].Name, $"its stream '{now.Streams[index].Name}' is new, which older peers neither send nor read");
            }
            else
            {
                var (was, stream) = (old.Streams[index], now.Streams[index]);
                bool moved = stream.Name != was.Name && Has(old, stream.Name);
                if (moved)
                {
                    Add(WireVerdict.Broken, stream.Name, $"its stream '{stream.Name}' has the place of '{was.Name}'");
                    continue;
                }

                Flow(stream.Name, $"its stream '{stream.Name}'", was.Flow, stream.Flow);
                if (stream.Name != was.Name)
                {
                    Add(WireVerdict.Alike, stream.Name, $"its stream '{was.Name}' is called '{stream.Name}' now");
                }
            }
        }
    }

    private void Flow(string parameter, string title, WireFlow old, WireFlow now)
    {
        if (old.Kind != now.Kind)
        {
            Add(WireVerdict.Broken, parameter, $"{title} was {old} and is {now}");
        }
        else if (old.Type is { } was && now.Type is { } type && was != type)
        {
            var difference = types.Compare(was, type);
            Add(difference.Verdict, parameter, $"{title} {Became(old, now, difference)}");
        }
    }

    private static string Became(object old, object now, WireDifference difference) =>
        $"was {old} and is {now}{(difference.Reason.Length == 0 ? "" : $"; {difference.Reason}")}";

    private static bool Has(WireMethod method, string name)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == name)
            {
                return true;
            }
        }

        foreach (var stream in method.Streams)
        {
            if (stream.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(WireVerdict verdict, string parameter, string reason) => _differences.Add(new MethodDifference(verdict, parameter, reason));
}

/// <summary>One difference of a method.</summary>
/// <param name="Parameter">The parameter's name; empty for the result, and for what is gone.</param>
internal sealed record MethodDifference(WireVerdict Verdict, string Parameter, string Reason);
