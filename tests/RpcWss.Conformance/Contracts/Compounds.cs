using MessagePack;

namespace RpcWss.Conformance.Contracts;

[MessagePackObject]
internal sealed record Collections(
    [property: Key(0)] int[] Array,
    [property: Key(1)] string[][] Jagged,
    [property: Key(2)] List<long> List,
    [property: Key(3)] IList<int> IList,
    [property: Key(4)] ICollection<int> ICollection,
    [property: Key(5)] IReadOnlyList<int> IReadOnlyList,
    [property: Key(6)] IReadOnlyCollection<int> IReadOnlyCollection,
    [property: Key(7)] IEnumerable<int> IEnumerable,
    [property: Key(8)] HashSet<string> Set,
    [property: Key(9)] ISet<int> ISet,
    [property: Key(10)] IReadOnlySet<int> IReadOnlySet);

[MessagePackObject]
internal sealed record Dictionaries(
    [property: Key(0)] Dictionary<string, int> ByText,
    [property: Key(1)] IDictionary<Guid, string> ByGuid,
    [property: Key(2)] IReadOnlyDictionary<int, List<Coordinate>> ByNumber,
    [property: Key(3)] Dictionary<double, bool> ByDouble,
    [property: Key(4)] Dictionary<Color, DateTimeOffset> ByColor);

/// <summary>Settable, init-only, required and ignored members, a field, and free keys in between.</summary>
[MessagePackObject]
internal sealed class Members
{
    [Key(0)]
    public int Plain { get; set; }

    [Key(1)]
    public string Init { get; init; } = "";

    [Key(3)]
    public required string Required { get; set; }

    [Key(7)]
    public double Field;

    [IgnoreMember]
    public string Ignored { get; set; } = "never sent";
}

[MessagePackObject]
internal record struct Coordinate([property: Key(0)] double X, [property: Key(1)] double Y);

[MessagePackObject]
internal sealed record Boxed<T>([property: Key(0)] T Value, [property: Key(1)] T[] Others);

[MessagePackObject]
internal sealed record Tree([property: Key(0)] string Name, [property: Key(1)] Tree[] Children);

/// <summary>Made by the constructor that is marked.</summary>
[MessagePackObject]
internal sealed class Immutable
{
    public Immutable() => Origin = "the wrong constructor";

    [SerializationConstructor]
    public Immutable(int number) => (Number, Origin) = (number, "the right constructor");

    [Key(0)]
    public int Number { get; }

    [IgnoreMember]
    public string Origin { get; }
}
