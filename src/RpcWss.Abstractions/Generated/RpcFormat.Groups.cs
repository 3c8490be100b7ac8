using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    /// <summary>A group with that key.</summary>
    /// <exception cref="MessagePackSerializationException">It has no items, not even none.</exception>
    public static IGrouping<TKey, TElement> ToGroup<TKey, TElement>(TKey key, IEnumerable<TElement>? items) =>
        new RpcGroup<TKey, TElement>(key, items ?? throw new MessagePackSerializationException("A group arrived with nil in the place of its items."));

    /// <summary>A lookup of the groups that were read; those with equal keys become one.</summary>
    /// <exception cref="MessagePackSerializationException">One of them is nil.</exception>
    public static ILookup<TKey, TElement> ToLookup<TKey, TElement>(IGrouping<TKey, TElement>?[] groups, IEqualityComparer<TKey>? comparer)
    {
        var entries = new List<(TKey Key, TElement Item)>();
        foreach (var group in groups)
        {
            foreach (TElement item in group ?? throw new MessagePackSerializationException("A lookup arrived with nil in the place of a group."))
            {
                entries.Add((group.Key, item));
            }
        }

        return entries.ToLookup(static entry => entry.Key, static entry => entry.Item, comparer);
    }
}
