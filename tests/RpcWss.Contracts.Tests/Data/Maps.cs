using System.Runtime.Serialization;

namespace RpcWss.Contracts.Tests.Data;

/// <summary>Objects whose keys are names, and the rarer ways to write a data type, there and back.</summary>
[RpcContract]
public partial interface IMaps
{
    Task<Mapped?> Mapped(Mapped? value);

    Task<Marked> Marked(Marked value);

    Task<OrderedNames> Ordered(OrderedNames value);

    Task<ByContract> Contract(ByContract value);

    Task<ByOrderNumbers> Numbered(ByOrderNumbers value);

    Task<DerivedMap> Mixed(DerivedMap value);

    Task<ImmutableMap> Immutable(ImmutableMap value);

    Task<MapPoint> Point(MapPoint value);

    Task<Renamed> Renamed(Renamed value);

    Task<Fields> Fields(Fields value);

    Task<ReadOnlyPoint> ReadOnly(ReadOnlyPoint value);

    Task<Heir> Heir(Heir value);

    Task<MapTold> Told(MapTold value);

    Task<Hollow> Hollow(Hollow value);

    Task<MapPage<int>> Page(MapPage<int> value);

    Task<RequiredMap> Required(RequiredMap value);

    Task<UnicodeNames> Unicode(UnicodeNames value);

    Task<ManyNames> Many(ManyNames value);

    Task<Primary> Primary(Primary value);

    Task<MapTree> Recursive(MapTree value);

    Task<MapEnum> Enum(MapEnum value);

    Task<MapPoint?> Nullable(MapPoint? value);

    Task<Level3> Level(Level3 value);

    Task<PersonV1> V1(PersonV1 value);

    Task<PersonV2> V2(PersonV2 value);

    Task<SettingsV1> M1(SettingsV1 value);

    Task<SettingsV2> M2(SettingsV2 value);
}

[MessagePackObject(keyAsPropertyName: true)]
public class Mapped
{
    public int Id { get; set; }

    public string? Name { get; set; } = "unnamed";

    public DayOfWeek? Day;

    public List<Mapped>? Children { get; set; }

    public int Twice => Id * 2;

    [IgnoreMember]
    public object? Ignored { get; set; }

    internal int Hidden { get; set; }
}

[MessagePackObject]
public class Marked
{
    [Key("b")]
    public int First { get; set; }

    [Key("a")]
    public string? Second { get; set; }
}

[MessagePackObject(true)]
public class OrderedNames
{
    [DataMember(Order = 2)]
    public int Second { get; set; }

    public int Last { get; set; }

    [DataMember(Order = 1)]
    public int First { get; set; }
}

[DataContract]
public class ByContract
{
    [DataMember(Name = "n")]
    public int Number { get; set; }

    [DataMember]
    public string? Text { get; set; }

    public object? NotSent { get; set; }

    [IgnoreDataMember]
    public object? Ignored { get; set; }
}

[DataContract]
public class ByOrderNumbers
{
    [DataMember(Order = 1)]
    public int Number { get; set; }

    [DataMember(Order = 0)]
    public string? Text { get; set; }
}

[MessagePackObject(true)]
public class BaseMap
{
    public int BaseField;

    public int BaseProperty { get; set; }

    public virtual string? Overridden { get; set; }
}

[MessagePackObject(true)]
public sealed class DerivedMap : BaseMap
{
    public int DerivedField;

    public int DerivedProperty { get; set; }

    public override string? Overridden { get; set; } = "derived";
}

[MessagePackObject(true)]
public record ImmutableMap(int Id, string? Name = "unnamed")
{
    public int Count { get; init; } = 3;

    public long Later { get; set; } = 4;
}

[MessagePackObject(true)]
public readonly record struct MapPoint(double X, double Y);

[MessagePackObject]
public sealed class Renamed
{
    public Renamed(int first, string? s)
    {
        First = first;
        Second = s;
    }

    [Key("f")]
    public int First { get; }

    [Key("s")]
    public string? Second { get; }
}

[MessagePackObject]
public class Fields
{
    [Key(0)]
    public int A;

    [Key(2)]
    public string? B;

    [Key(1)]
    public required double C;

    [NonSerialized]
    public object? D;
}

[MessagePackObject]
public readonly struct ReadOnlyPoint
{
    [Key(0)]
    public readonly int X;

    [Key(1)]
    public readonly int Y;

    [SerializationConstructor]
    public ReadOnlyPoint(int x, int y)
    {
        X = x;
        Y = y;
    }
}

[MessagePackObject]
public class Ancestor
{
    [Key("a")]
    public int A { get; set; }

    [Key("af")]
    public int AncestorField;
}

[MessagePackObject]
public sealed class Heir : Ancestor
{
    [Key("h")]
    public int H { get; set; }

    [Key("hf")]
    public int HeirField;
}

[MessagePackObject(true)]
public class MapTold : IMessagePackSerializationCallbackReceiver
{
    public int Written { get; set; }

    [IgnoreMember]
    public int Read { get; private set; }

    void IMessagePackSerializationCallbackReceiver.OnBeforeSerialize() => Written = 5;

    void IMessagePackSerializationCallbackReceiver.OnAfterDeserialize() => Read++;
}

[MessagePackObject(true)]
public sealed class Hollow;

[MessagePackObject(true)]
public class MapPage<T>
{
    public List<T> Items { get; init; } = [];

    public MapPage<T>? Next { get; set; }
}

[MessagePackObject(true)]
public class RequiredMap
{
    public required int Id { get; init; }

    public required string? Name { get; set; }

    public int Count { get; init; } = 3;
}

[MessagePackObject]
public class UnicodeNames
{
    [Key("größe \"in\" \\ \U0001F600")]
    public int Size { get; set; }

    [Key("a name that is longer than the thirty-one bytes of a short text")]
    public int Long { get; set; }
}

[MessagePackObject(true)]
public class ManyNames
{
    public int A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, A13, A14, A15, A16, A17;
}

[MessagePackObject]
public class Primary(int id, string name)
{
    [Key(0)]
    public int Id { get; } = id;

    [Key(1)]
    public string Name { get; } = name;

    [Key(2)]
    public int Private { get; private set; } = id;

    [SerializationConstructor]
    public Primary(int id, string name, int @private)
        : this(id, name)
    {
        Private = @private;
    }
}

[MessagePackObject(true)]
public class MapTree
{
    public MapTree? Left { get; set; }

    public MapTree? Right { get; set; }
}

[MessagePackObject(true)]
public class MapEnum
{
    public DayOfWeek Day { get; set; }

    public DayOfWeek? @event { get; set; }
}

[MessagePackObject]
public abstract class Level1
{
    [Key(0)]
    public int One { get; set; }
}

public abstract class Level2 : Level1
{
    [Key(2)]
    public abstract int Two { get; set; }
}

[MessagePackObject]
public sealed class Level3 : Level2
{
    public override int Two { get; set; }

    [Key(4)]
    public int Three { get; set; }
}

[MessagePackObject]
public class PersonV1
{
    [Key(0)]
    public int Id { get; set; }

    [Key(1)]
    public string? Name { get; set; }
}

[MessagePackObject]
public class PersonV2
{
    [Key(0)]
    public int Id { get; set; }

    [Key(1)]
    public string? Name { get; set; }

    [Key(3)]
    public string? Country { get; set; } = "unknown";

    [Key(4)]
    public List<PersonV2> Friends { get; init; } = [];
}

[MessagePackObject(true)]
public class SettingsV1
{
    public int Size { get; set; }

    public string? Old { get; set; }
}

[MessagePackObject(true)]
public class SettingsV2
{
    public Dictionary<string, int[]>? Extra { get; set; } = new() { ["a"] = [1, 2] };

    public int Size { get; set; }

    public int Added { get; init; } = 8;
}

public sealed class Maps : IMaps
{
    public Task<Mapped?> Mapped(Mapped? value) => Task.FromResult(value);

    public Task<Marked> Marked(Marked value) => Task.FromResult(value);

    public Task<OrderedNames> Ordered(OrderedNames value) => Task.FromResult(value);

    public Task<ByContract> Contract(ByContract value) => Task.FromResult(value);

    public Task<ByOrderNumbers> Numbered(ByOrderNumbers value) => Task.FromResult(value);

    public Task<DerivedMap> Mixed(DerivedMap value) => Task.FromResult(value);

    public Task<ImmutableMap> Immutable(ImmutableMap value) => Task.FromResult(value);

    public Task<MapPoint> Point(MapPoint value) => Task.FromResult(value);

    public Task<Renamed> Renamed(Renamed value) => Task.FromResult(value);

    public Task<Fields> Fields(Fields value) => Task.FromResult(value);

    public Task<ReadOnlyPoint> ReadOnly(ReadOnlyPoint value) => Task.FromResult(value);

    public Task<Heir> Heir(Heir value) => Task.FromResult(value);

    public Task<MapTold> Told(MapTold value) => Task.FromResult(value);

    public Task<Hollow> Hollow(Hollow value) => Task.FromResult(value);

    public Task<MapPage<int>> Page(MapPage<int> value) => Task.FromResult(value);

    public Task<RequiredMap> Required(RequiredMap value) => Task.FromResult(value);

    public Task<UnicodeNames> Unicode(UnicodeNames value) => Task.FromResult(value);

    public Task<ManyNames> Many(ManyNames value) => Task.FromResult(value);

    public Task<Primary> Primary(Primary value) => Task.FromResult(value);

    public Task<MapTree> Recursive(MapTree value) => Task.FromResult(value);

    public Task<MapEnum> Enum(MapEnum value) => Task.FromResult(value);

    public Task<MapPoint?> Nullable(MapPoint? value) => Task.FromResult(value);

    public Task<Level3> Level(Level3 value) => Task.FromResult(value);

    public Task<PersonV1> V1(PersonV1 value) => Task.FromResult(value);

    public Task<PersonV2> V2(PersonV2 value) => Task.FromResult(value);

    public Task<SettingsV1> M1(SettingsV1 value) => Task.FromResult(value);

    public Task<SettingsV2> M2(SettingsV2 value) => Task.FromResult(value);
}
