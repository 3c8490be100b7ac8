using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>How a kind of dictionary is walked when it is written, and what is made of the entries that were read.</summary>
/// <param name="Items">What is enumerated, in terms of <c>value</c>.</param>
/// <param name="Count">Its member that says how many entries there are.</param>
/// <param name="Collected">The type that entries are collected in.</param>
/// <param name="Made">What is made of <c>items</c>, in terms of <c>{T}</c>, the types of keys and values, and <c>{C}</c>, a comparer for keys.</param>
internal sealed record MapForm(string Items, string Count, string Collected, string Made)
{
    private const string Generic = "global::System.Collections.Generic.";
    private const string Immutable = "global::System.Collections.Immutable.";
    private const string Hashed = Generic + "Dictionary";
    private const string Sorted = Generic + "SortedDictionary";

    public static MapForm Of(MapKind kind) => kind switch
    {
        MapKind.SortedDictionary => new("value", "Count", Sorted, "items"),

        // Inserting into a sorted list moves what is behind: a peer could make that long by sending keys in the wrong order.
        MapKind.SortedList => new("value", "Count", Sorted, $"new {Generic}SortedList<{{T}}>(items)"),
        MapKind.OrderedDictionary => new("value", "Count", Hashed, $"new {Generic}OrderedDictionary<{{T}}>(items, {{C}})"),
        MapKind.ReadOnlyDictionary => new("value", "Count", Hashed, "new global::System.Collections.ObjectModel.ReadOnlyDictionary<{T}>(items)"),

        // Other threads may change it while it is written: what is counted must be what is written.
        MapKind.ConcurrentDictionary =>
            new("value.ToArray()", "Length", Hashed, "new global::System.Collections.Concurrent.ConcurrentDictionary<{T}>(items, {C})"),
        MapKind.ImmutableDictionary => new("value", "Count", Hashed, $"{Immutable}ImmutableDictionary.CreateRange({{C}}, items)"),
        MapKind.ImmutableSortedDictionary => new("value", "Count", Sorted, $"{Immutable}ImmutableSortedDictionary.CreateRange(items)"),
        MapKind.FrozenDictionary => new("value", "Count", Hashed, "global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(items, {C})"),
        _ => new("value", "Count", Hashed, "items"),
    };

    public bool IsHashed => Collected == Hashed;
}
