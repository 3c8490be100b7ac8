using Microsoft.CodeAnalysis;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>The collections and dictionaries of .NET, by their metadata names.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic.";
    private const string ObjectModel = "System.Collections.ObjectModel.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Immutable = "System.Collections.Immutable.";

    private static readonly TypeTable<SequenceKind> _sequences = new()
    {
        [Generic + "List`1"] = SequenceKind.List,
        [Generic + "IList`1"] = SequenceKind.CountedList,
        [Generic + "ICollection`1"] = SequenceKind.CountedList,
        [Generic + "IReadOnlyList`1"] = SequenceKind.CountedArray,
        [Generic + "IReadOnlyCollection`1"] = SequenceKind.CountedArray,
        [Generic + "IEnumerable`1"] = SequenceKind.Enumerable,
        [Generic + "HashSet`1"] = SequenceKind.Set,
        [Generic + "ISet`1"] = SequenceKind.Set,
        [Generic + "IReadOnlySet`1"] = SequenceKind.Set,
        [Generic + "Queue`1"] = SequenceKind.Queue,
        [Generic + "Stack`1"] = SequenceKind.Stack,
        [Generic + "LinkedList`1"] = SequenceKind.LinkedList,
        [Generic + "SortedSet`1"] = SequenceKind.SortedSet,
        [ObjectModel + "Collection`1"] = SequenceKind.Collection,
        [ObjectModel + "ObservableCollection`1"] = SequenceKind.ObservableCollection,
        [ObjectModel + "ReadOnlyCollection`1"] = SequenceKind.ReadOnlyCollection,
        [ObjectModel + "ReadOnlyObservableCollection`1"] = SequenceKind.ReadOnlyObservableCollection,
        [ObjectModel + "ReadOnlySet`1"] = SequenceKind.ReadOnlySet,
        [Concurrent + "ConcurrentQueue`1"] = SequenceKind.ConcurrentQueue,
        [Concurrent + "ConcurrentStack`1"] = SequenceKind.ConcurrentStack,
        [Concurrent + "ConcurrentBag`1"] = SequenceKind.ConcurrentBag,
        [Immutable + "ImmutableArray`1"] = SequenceKind.ImmutableArray,
        [Immutable + "ImmutableList`1"] = SequenceKind.ImmutableList,
        [Immutable + "IImmutableList`1"] = SequenceKind.ImmutableList,
        [Immutable + "ImmutableHashSet`1"] = SequenceKind.ImmutableHashSet,
        [Immutable + "IImmutableSet`1"] = SequenceKind.ImmutableHashSet,
        [Immutable + "ImmutableSortedSet`1"] = SequenceKind.ImmutableSortedSet,
        [Immutable + "ImmutableQueue`1"] = SequenceKind.ImmutableQueue,
        [Immutable + "IImmutableQueue`1"] = SequenceKind.ImmutableQueue,
        [Immutable + "ImmutableStack`1"] = SequenceKind.ImmutableStack,
        [Immutable + "IImmutableStack`1"] = SequenceKind.ImmutableStack,
        ["System.Collections.Frozen.FrozenSet`1"] = SequenceKind.FrozenSet,
        ["System.ArraySegment`1"] = SequenceKind.ArraySegment,
        ["System.Memory`1"] = SequenceKind.Memory,
        ["System.ReadOnlyMemory`1"] = SequenceKind.ReadOnlyMemory,
        ["System.Buffers.ReadOnlySequence`1"] = SequenceKind.ReadOnlySequence,
    };

    private static readonly TypeTable<MapKind> _maps = new()
    {
        [Generic + "Dictionary`2"] = MapKind.Dictionary,
        [Generic + "IDictionary`2"] = MapKind.Dictionary,
        [Generic + "IReadOnlyDictionary`2"] = MapKind.Dictionary,
        [Generic + "SortedDictionary`2"] = MapKind.SortedDictionary,
        [Generic + "SortedList`2"] = MapKind.SortedList,
        [Generic + "OrderedDictionary`2"] = MapKind.OrderedDictionary,
        [ObjectModel + "ReadOnlyDictionary`2"] = MapKind.ReadOnlyDictionary,
        [Concurrent + "ConcurrentDictionary`2"] = MapKind.ConcurrentDictionary,
        [Immutable + "ImmutableDictionary`2"] = MapKind.ImmutableDictionary,
        [Immutable + "IImmutableDictionary`2"] = MapKind.ImmutableDictionary,
        [Immutable + "ImmutableSortedDictionary`2"] = MapKind.ImmutableSortedDictionary,
        ["System.Collections.Frozen.FrozenDictionary`2"] = MapKind.FrozenDictionary,
    };

    public static SequenceKind? Sequence(INamedTypeSymbol type) => _sequences.TryGet(type, out var kind) ? kind : null;

    public static MapKind? Map(INamedTypeSymbol type) => _maps.TryGet(type, out var kind) ? kind : null;

    /// <summary>Whether items are found by their hashes when it is read.</summary>
    public static bool IsHashed(SequenceKind kind) =>
        kind is SequenceKind.Set or SequenceKind.ReadOnlySet or SequenceKind.ImmutableHashSet or SequenceKind.FrozenSet;

    public static bool IsHashed(MapKind kind) => kind is not (MapKind.SortedDictionary or MapKind.SortedList or MapKind.ImmutableSortedDictionary);
}
