namespace RpcWss.Contracts.Tests.Data;

[RpcContract]
public partial interface ISetters
{
    Task<Guarded?> Guarded(Guarded? value);

    Task<GuardedPoint> Point(GuardedPoint value);

    Task<GuardedMap> Map(GuardedMap value);

    Task<GuardedRecord> Record(GuardedRecord value);
}

/// <summary>What only its own methods set.</summary>
[MessagePackObject]
public class Guarded
{
    [Key(0)]
    public int Private { get; private set; }

    [Key(1)]
    public string? Internal { get; internal set; } = "unnamed";

    [Key(3)]
    public Guarded? Initialized { get; private init; }

    [Key(4)]
    public int Public { get; set; }

    public static Guarded Make(int number, Guarded? inner = null) => new() { Private = number, Internal = $"n{number}", Initialized = inner, Public = -number };
}

[MessagePackObject]
public struct GuardedPoint
{
    [Key(0)]
    public int X { get; private set; }

    [Key(1)]
    public required int Y { get; set; }

    public static GuardedPoint Make(int x, int y) => new() { X = x, Y = y };
}

[MessagePackObject]
public class GuardedBase
{
    [Key("base")]
    public int Inherited { get; protected set; }

    [Key("event")]
    public DayOfWeek @event { get; private set; }

    protected void Set(int inherited) => (Inherited, @event) = (inherited, DayOfWeek.Friday);
}

[MessagePackObject]
public sealed class GuardedMap : GuardedBase
{
    [Key("own")]
    public int Own { get; init; }

    public static GuardedMap Make(int number)
    {
        var made = new GuardedMap { Own = number };
        made.Set(number + 1);
        return made;
    }
}

[MessagePackObject]
public record GuardedRecord([property: Key(0)] int Id)
{
    [Key(1)]
    public string Name { get; private set; } = "unnamed";

    public GuardedRecord Named(string name) => this with { Name = name };
}

public sealed class Setters : ISetters
{
    public Task<Guarded?> Guarded(Guarded? value) => Task.FromResult(value);

    public Task<GuardedPoint> Point(GuardedPoint value) => Task.FromResult(value);

    public Task<GuardedMap> Map(GuardedMap value) => Task.FromResult(value);

    public Task<GuardedRecord> Record(GuardedRecord value) => Task.FromResult(value);
}
