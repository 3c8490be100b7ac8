namespace RpcWss.Contracts.Tests.Data;

/// <summary>Every way to write a data type, there and back.</summary>
[RpcContract]
public partial interface IObjects
{
    Task<Settable?> Settable(Settable? value);

    Task<Positional> Positional(Positional value);

    Task<Point> Point(Point value);

    Task<Point?> MaybePoint(Point? value);

    Task<Initialized> Initialized(Initialized value);

    Task<Demanding> Demanding(Demanding value);

    Task<Chosen> Chosen(Chosen value);

    Task<ByOrder> ByOrder(ByOrder value);

    Task<Derived> Derived(Derived value);

    Task<Page<Positional>> Page(Page<Positional> value);

    Task<Tree> Tree(Tree value);

    Task<Told> Told(Told value);

    Task<Empty> Empty(Empty value);

    Task<Outer.Inner[]> Nested(Outer.Inner[] value);
}

[MessagePackObject]
public class Settable
{
    [Key(0)]
    public int Id { get; set; }

    [Key(1)]
    public string? Name { get; set; } = "unnamed";

    [Key(2)]
    public DayOfWeek? Day;

    [Key(5)]
    public List<Settable>? Children { get; set; }

    [Key(6)]
    public int Twice => Id * 2;

    [IgnoreMember]
    public object? Ignored { get; set; }
}

[MessagePackObject]
public record Positional([property: Key(0)] int Id, [property: Key(1)] string? Name = "unnamed");

[MessagePackObject]
public readonly record struct Point([property: Key(0)] double X, [property: Key(1)] double Y);

[MessagePackObject]
public class Initialized
{
    [Key(0)]
    public int Id { get; init; } = 7;

    [Key(1)]
    public string? Name { get; init; } = "unnamed";

    [Key(2)]
    public int Count { get; set; } = 3;
}

[MessagePackObject]
public class Demanding
{
    [Key(0)]
    public required int Id { get; init; }

    [Key(1)]
    public required string? Name { get; set; }

    [Key(2)]
    public int Count { get; init; } = 3;

    [IgnoreMember]
    public required string Secret { get; set; }
}

[MessagePackObject]
public class Chosen
{
    public Chosen(int id, string? name, int unused)
    {
        throw new InvalidOperationException($"Not the one that is marked: {id} {name} {unused}.");
    }

    [SerializationConstructor]
    public Chosen(int id, string? name)
    {
        Id = id;
        Name = name;
    }

    [Key(0)]
    public int Id { get; }

    [Key(1)]
    public string? Name { get; }

    [Key(2)]
    public int Later { get; set; } = 5;
}

[MessagePackObject]
public class ByOrder(int first, string? second)
{
    [Key(3)]
    public int Number { get; } = first;

    [Key(4)]
    public string? Text { get; } = second;
}

[MessagePackObject]
public abstract class Base
{
    [Key(0)]
    public int Id { get; set; }

    [Key(1)]
    public virtual string? Name { get; set; }
}

[MessagePackObject]
public sealed class Derived : Base
{
    public override string? Name { get; set; } = "derived";

    [Key(2)]
    public long Extra { get; set; }
}

[MessagePackObject]
public class Page<T>
{
    [Key(0)]
    public List<T> Items { get; init; } = [];

    [Key(1)]
    public T? First { get; set; }

    [Key(2)]
    public Page<T>? Next { get; set; }
}

[MessagePackObject]
public class Tree
{
    [Key(0)]
    public int Value { get; set; }

    [Key(1)]
    public Tree? Left { get; set; }

    [Key(2)]
    public Dictionary<string, Tree>? Named { get; set; }
}

[MessagePackObject]
public class Told : IMessagePackSerializationCallbackReceiver
{
    [Key(0)]
    public int Written { get; set; }

    [IgnoreMember]
    public int Read { get; private set; }

    public void OnBeforeSerialize() => Written++;

    public void OnAfterDeserialize() => Read++;
}

[MessagePackObject]
public class Empty;

public static class Outer
{
    [MessagePackObject]
    public struct Inner
    {
        [Key(0)]
        public int Id;

        [Key(2)]
        public (int, string?) Pair { get; set; }
    }
}

public sealed class Objects : IObjects
{
    public Task<Settable?> Settable(Settable? value) => Task.FromResult(value);

    public Task<Positional> Positional(Positional value) => Task.FromResult(value);

    public Task<Point> Point(Point value) => Task.FromResult(value);

    public Task<Point?> MaybePoint(Point? value) => Task.FromResult(value);

    public Task<Initialized> Initialized(Initialized value) => Task.FromResult(value);

    public Task<Demanding> Demanding(Demanding value) => Task.FromResult(value);

    public Task<Chosen> Chosen(Chosen value) => Task.FromResult(value);

    public Task<ByOrder> ByOrder(ByOrder value) => Task.FromResult(value);

    public Task<Derived> Derived(Derived value) => Task.FromResult(value);

    public Task<Page<Positional>> Page(Page<Positional> value) => Task.FromResult(value);

    public Task<Tree> Tree(Tree value) => Task.FromResult(value);

    public Task<Told> Told(Told value) => Task.FromResult(value);

    public Task<Empty> Empty(Empty value) => Task.FromResult(value);

    public Task<Outer.Inner[]> Nested(Outer.Inner[] value) => Task.FromResult(value);
}
