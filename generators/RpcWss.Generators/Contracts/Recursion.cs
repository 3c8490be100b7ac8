using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Marks the objects that may contain others of their type: writing them must guard the stack.</summary>
internal static class Recursion
{
    public static IEnumerable<DataModel> Mark(IReadOnlyDictionary<string, DataModel> models)
    {
        foreach (var model in models.Values)
        {
            yield return model is ObjectData item && Reaches(item, models) ? item with { IsRecursive = true } : model;
        }
    }

    private static bool Reaches(ObjectData item, IReadOnlyDictionary<string, DataModel> models)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<DataModel>();
        open.Push(item);
        while (open.Count > 0)
        {
            foreach (var value in Parts(open.Pop()))
            {
                if (value.Form != ValueForm.Formatted)
                {
                    continue;
                }

                if (value.Formatter == item.Name.Qualified)
                {
                    return true;
                }

                if (seen.Add(value.Formatter))
                {
                    open.Push(models[value.Formatter]);
                }
            }
        }

        return false;
    }

    private static IEnumerable<ValueModel> Parts(DataModel model)
    {
        switch (model)
        {
            case SequenceData sequence:
                yield return sequence.Element;
                break;
            case MapData map:
                yield return map.Key;
                yield return map.Value;
                break;
            case TupleData tuple:
                foreach (var item in tuple.Items)
                {
                    yield return item.Value;
                }

                break;
            case ObjectData item:
                foreach (var member in item.Members)
                {
                    yield return member.Value;
                }

                break;
            case UnionData union:
                foreach (var item in union.Cases)
                {
                    yield return item.Value;
                }

                break;
            case GridData grid:
                yield return grid.Element;
                break;
            case LookupData lookup:
                yield return lookup.Group;
                break;
            case GroupingData grouping:
                yield return grouping.Key;
                yield return grouping.Items;
                break;
            case LazyData lazy:
                yield return lazy.Value;
                break;
        }
    }
}
