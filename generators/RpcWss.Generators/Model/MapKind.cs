namespace RpcWss.Generators.Model;

/// <summary>What is made of keys and values when they are read.</summary>
internal enum MapKind
{
    /// <summary>A dictionary, also for its interfaces.</summary>
    Dictionary,

    SortedDictionary,
    SortedList,
    OrderedDictionary,
    ReadOnlyDictionary,
    ConcurrentDictionary,
    ImmutableDictionary,
    ImmutableSortedDictionary,
    FrozenDictionary,
}
