namespace RpcWss.Contracts.Tests.Data;

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

[MessagePackObject]
public class WidthV1
{
    [Key(0)]
    public int Number { get; set; }

    [Key(1)]
    public int[]? Items { get; set; }

    [Key(2)]
    public DayOfWeek Day { get; set; }

    [Key(3)]
    public byte[]? Dropped { get; set; }

    [Key(4)]
    public IShape? Shape { get; set; }
}

[MessagePackObject]
public class WidthV2
{
    [Key(0)]
    public long? Renamed { get; set; } = -1;

    [Key(1)]
    public System.Collections.Immutable.ImmutableList<long>? Items { get; set; }

    [Key(2)]
    public int Day { get; set; }

    [Key(4)]
    public IShapeV2? Shape { get; set; }
}

/// <summary>A union that lost two cases and gained one.</summary>
[Union(0, typeof(CircleV2))]
[Union(8, typeof(Triangle))]
public interface IShapeV2;

[MessagePackObject]
public sealed class CircleV2 : IShapeV2
{
    [Key(0)]
    public double Radius { get; set; }

    [Key(1)]
    public string Color { get; set; } = "black";
}

[MessagePackObject]
public sealed class Triangle : IShapeV2;
