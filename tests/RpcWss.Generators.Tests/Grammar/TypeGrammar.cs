using CsCheck;

namespace RpcWss.Generators.Tests.Grammar;

/// <summary>Types that can be sent, as text. Those of <see cref="DataGrammar"/> and <see cref="SharedTypes"/> among them.</summary>
internal static class TypeGrammar
{
    private static readonly Gen<string> _key = Gen.OneOf(
        "string", "int", "Guid", "long", "byte", "char", "DateTime", "decimal", "Version", "System.Numerics.BigInteger", "DayOfWeek", "Kind", "Own", "Uri", "bool", "double", "TimeSpan");

    private static readonly Gen<string> _sorted = Gen.OneOf("string", "int", "Guid", "ulong", "Version", "DateOnly");

    public static readonly Gen<string> Leaf = Gen.OneOf(
        "int", "string", "bool", "byte[]", "Guid", "decimal", "DateTime", "DateTimeOffset", "char", "Uri", "ReadOnlyMemory<byte>", "DayOfWeek", "Half", "Version", "sbyte", "byte", "short", "ushort",
        "uint", "long", "ulong", "float", "double", "System.Numerics.BigInteger", "TimeSpan", "DateOnly", "TimeOnly", "System.Text.Rune", "Memory<byte>", "ArraySegment<byte>", "Int128", "UInt128",
        "System.Numerics.Complex", "System.Text.StringBuilder", "System.Collections.BitArray", "Index", "Range", "Kind", "Own");

    public static readonly Gen<string> Data = Gen.OneOf("Shared.Data", "Shared.Point", "Shared.Box<int>", "Shared.Box<string>", "Shared.Page<Shared.Data>", "Shared.IUnion", "Shared.Union", "Item", "Pair", "Item.Inner", "Shared.Named");

    private static readonly Gen<string> _basic = Gen.Frequency((3, Leaf), (1, Data));

    /// <summary>Any type.</summary>
    public static readonly Gen<string> Any = Gen.Recursive<string>((depth, inner) => depth > 1 ? _basic : Gen.Frequency(
        (14, _basic),
        (4, _basic.Select(static type => type + "?")),
        (2, Gen.Select(inner, Gen.OneOf("[]", "[]?", "[]", "[,]", "[,,]", "[,,,]"), static (type, rank) => type + rank)),
        (3, Gen.Select(Sequence, inner, static (collection, type) => $"{collection}<{type}>")),
        (2, Gen.Select(Set, _key, static (set, type) => $"{set}<{type}>")),
        (1, Gen.Select(Gen.OneOf("SortedSet", "System.Collections.Immutable.ImmutableSortedSet"), _sorted, static (set, type) => $"{set}<{type}>")),
        (2, Gen.Select(Map, _key, inner, static (map, key, type) => $"{map}<{key}, {type}>")),
        (1, Gen.Select(Gen.OneOf("SortedDictionary", "SortedList", "System.Collections.Immutable.ImmutableSortedDictionary"), _sorted, inner, static (map, key, type) => $"{map}<{key}, {type}>")),
        (1, Gen.Select(inner, inner, static (left, right) => $"({left} Left, {right})")),
        (1, Gen.Select(inner, inner, Gen.OneOf("({0}, {1})?", "KeyValuePair<{0}, {1}>", "Tuple<{0}, {1}>"), static (left, right, form) => form.Replace("{0}", left, StringComparison.Ordinal).Replace("{1}", right, StringComparison.Ordinal))),
        (1, Gen.Select(Leaf, Gen.OneOf("Lazy<{0}>", "System.Linq.ILookup<string, {0}>", "System.Linq.IGrouping<int, {0}>", "Shared.Box<{0}>", "Shared.Page<{0}?>", "(int, {0}, int, int, int, int, int, int, {0})"), static (leaf, form) => form.Replace("{0}", leaf, StringComparison.Ordinal)))));

    /// <summary>What streams into or out of a method.</summary>
    public static readonly Gen<string> StreamParameter = Gen.OneOf(
        Any.Select(static type => $"IAsyncEnumerable<{type}>"), Any.Select(static type => $"IAsyncEnumerable<{type}>?"), Any.Select(static type => $"IProgress<{type}>?"),
        Any.Select(static type => $"[RpcStream(WhenSlow = RpcSlowConsumer.DropOldest, Capacity = 3)] IAsyncEnumerable<{type}>"),
        Gen.OneOf("Stream", "Stream?", "System.IO.Pipelines.PipeReader", "IProgress<int>"));

    private static Gen<string> Sequence => Gen.OneOf(
        "List", "IEnumerable", "IReadOnlyList", "ICollection", "IList", "IReadOnlyCollection", "Queue", "Stack", "LinkedList", "ArraySegment", "Memory", "ReadOnlyMemory", "System.Buffers.ReadOnlySequence",
        "System.Collections.ObjectModel.Collection", "System.Collections.ObjectModel.ObservableCollection", "System.Collections.ObjectModel.ReadOnlyCollection",
        "System.Collections.ObjectModel.ReadOnlyObservableCollection", "System.Collections.Concurrent.ConcurrentBag", "System.Collections.Concurrent.ConcurrentQueue",
        "System.Collections.Concurrent.ConcurrentStack", "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableList", "System.Collections.Immutable.ImmutableQueue",
        "System.Collections.Immutable.ImmutableStack", "System.Collections.Immutable.IImmutableList", "System.Collections.Immutable.IImmutableQueue", "System.Collections.Immutable.IImmutableStack");

    private static Gen<string> Set => Gen.OneOf(
        "HashSet", "ISet", "IReadOnlySet", "System.Collections.ObjectModel.ReadOnlySet", "System.Collections.Immutable.ImmutableHashSet", "System.Collections.Immutable.IImmutableSet",
        "System.Collections.Frozen.FrozenSet");

    private static Gen<string> Map => Gen.OneOf(
        "Dictionary", "IDictionary", "IReadOnlyDictionary", "OrderedDictionary", "System.Collections.ObjectModel.ReadOnlyDictionary", "System.Collections.Concurrent.ConcurrentDictionary",
        "System.Collections.Immutable.ImmutableDictionary", "System.Collections.Immutable.IImmutableDictionary", "System.Collections.Frozen.FrozenDictionary");
}
