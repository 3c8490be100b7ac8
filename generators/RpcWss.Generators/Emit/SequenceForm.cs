using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>How a kind of sequence is walked when it is written, and what is made of the items that were read.</summary>
/// <param name="Items">What is enumerated, in terms of <c>value</c>.</param>
/// <param name="Count">Its member that says how many items there are.</param>
/// <param name="Made">What is made of the array <c>items</c>, in terms of <c>{T}</c>, the type of the items, and <c>{C}</c>, a comparer for them.</param>
/// <param name="Nil">When nil is written; null for never.</param>
internal sealed record SequenceForm(string Items, string Count, string Made, string? Nil = "value is null")
{
    private const string Generic = "global::System.Collections.Generic.";
    private const string ObjectModel = "global::System.Collections.ObjectModel.";
    private const string Concurrent = "global::System.Collections.Concurrent.";
    private const string Immutable = "global::System.Collections.Immutable.";

    /// <summary>What is pushed last comes out first, and is written first.</summary>
    private const string Reversed = Names.Format + ".Reversed(items)";

    public static SequenceForm Of(SequenceKind kind) => kind switch
    {
        SequenceKind.Array => new("value", "Length", "items"),
        SequenceKind.Queue => new("value", "Count", $"new {Generic}Queue<{{T}}>(items)"),
        SequenceKind.Stack => new("value", "Count", $"new {Generic}Stack<{{T}}>({Reversed})"),
        SequenceKind.LinkedList => new("value", "Count", $"new {Generic}LinkedList<{{T}}>(items)"),
        SequenceKind.SortedSet => new("value", "Count", $"new {Generic}SortedSet<{{T}}>(items)"),
        SequenceKind.Collection => new("value", "Count", $"new {ObjectModel}Collection<{{T}}>(new {Generic}List<{{T}}>(items))"),
        SequenceKind.ObservableCollection => new("value", "Count", $"new {ObjectModel}ObservableCollection<{{T}}>(items)"),
        SequenceKind.ReadOnlyCollection => new("value", "Count", $"new {ObjectModel}ReadOnlyCollection<{{T}}>(items)"),
        SequenceKind.ReadOnlyObservableCollection =>
            new("value", "Count", $"new {ObjectModel}ReadOnlyObservableCollection<{{T}}>(new {ObjectModel}ObservableCollection<{{T}}>(items))"),
        SequenceKind.ReadOnlySet => new("value", "Count", $"new {ObjectModel}ReadOnlySet<{{T}}>(new {Generic}HashSet<{{T}}>(items, {{C}}))"),

        // Other threads may change these while they are written: what is counted must be what is written.
        SequenceKind.ConcurrentQueue => new("value.ToArray()", "Length", $"new {Concurrent}ConcurrentQueue<{{T}}>(items)"),
        SequenceKind.ConcurrentStack => new("value.ToArray()", "Length", $"new {Concurrent}ConcurrentStack<{{T}}>({Reversed})"),
        SequenceKind.ConcurrentBag => new("value.ToArray()", "Length", $"new {Concurrent}ConcurrentBag<{{T}}>({Reversed})"),
        SequenceKind.ImmutableArray =>
            new("value", "Length", "global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items)", "value.IsDefault"),
        SequenceKind.ImmutableList => new("value", "Count", $"{Immutable}ImmutableList.CreateRange(items)"),
        SequenceKind.ImmutableHashSet => new("value", "Count", $"{Immutable}ImmutableHashSet.CreateRange({{C}}, items)"),
        SequenceKind.ImmutableSortedSet => new("value", "Count", $"{Immutable}ImmutableSortedSet.CreateRange(items)"),
        SequenceKind.ImmutableQueue => new($"new {Generic}List<{{T}}>(value)", "Count", $"{Immutable}ImmutableQueue.CreateRange(items)"),
        SequenceKind.ImmutableStack => new($"new {Generic}List<{{T}}>(value)", "Count", $"{Immutable}ImmutableStack.CreateRange({Reversed})"),
        SequenceKind.FrozenSet => new("value", "Count", "global::System.Collections.Frozen.FrozenSet.ToFrozenSet(items, {C})"),
        SequenceKind.ArraySegment => new("value", "Count", "new global::System.ArraySegment<{T}>(items)", "value.Array is null"),
        SequenceKind.Memory => new("value.Span", "Length", "new global::System.Memory<{T}>(items)", null),
        SequenceKind.ReadOnlyMemory => new("value.Span", "Length", "new global::System.ReadOnlyMemory<{T}>(items)", null),
        SequenceKind.ReadOnlySequence =>
            new("global::System.Buffers.BuffersExtensions.ToArray(value)", "Length", "new global::System.Buffers.ReadOnlySequence<{T}>(items)", null),

        // What does not know its count is enumerated once, to find out.
        SequenceKind.Enumerable => new($"value as {Generic}ICollection<{{T}}> ?? new {Generic}List<{{T}}>(value)", "Count", "items"),
        _ => new("value", "Count", "items"),
    };
}
