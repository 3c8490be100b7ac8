namespace RpcWss.Contracts.Tests.Data;

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
