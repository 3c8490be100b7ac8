using System.Runtime.Serialization;

namespace RpcWss.Contracts.Tests.Data;

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
