namespace RpcWss.Contracts.Tests.Data;

/// <summary>Unions wherever a value may be, there and back.</summary>
[RpcContract]
public partial interface IUnions
{
    Task<IShape?> Shape(IShape? value);

    Task<Animal?> Animal(Animal? value);

    Task<List<IShape?>> List(List<IShape?> value);

    Task<Dictionary<string, Animal>> Named(Dictionary<string, Animal> value);

    Task<ShapeHolder> Holder(ShapeHolder value);

    Task<IOuter> Outer(IOuter value);

    Task<IBox<int>> Box(IBox<int> value);

    Task<(IShape, Animal?)> Pair((IShape, Animal?) value);

    Task<FolderEntry> Folder(FolderEntry value);

    Task<IShape[]> Array(IShape[] value);

    Task<IWide> Wide(IWide value);
}

[Union(0, typeof(Circle))]
[Union(7, typeof(Square))]
[Union(300, typeof(Spot))]
[Union(70000, typeof(Named))]
public interface IShape;

[MessagePackObject]
public class Circle : IShape
{
    [Key(0)]
    public double Radius { get; set; }
}

[MessagePackObject]
public record Square([property: Key(0)] int Side) : IShape;

[MessagePackObject]
public record struct Spot([property: Key(0)] int X, [property: Key(1)] int Y) : IShape;

[MessagePackObject(keyAsPropertyName: true)]
public sealed class Named : IShape
{
    public string? Name { get; set; }

    public IShape? Inner { get; set; }
}

/// <summary>Derived from a case, and none.</summary>
[MessagePackObject]
public sealed class Ring : Circle
{
    [Key(1)]
    public double Hole { get; set; }
}

[MessagePackObject]
[Union(-1, typeof(Cat))]
[Union(1, typeof(Dog))]
public abstract class Animal
{
    [Key(0)]
    public string? Name { get; set; }
}

[MessagePackObject]
public sealed class Cat : Animal
{
    [Key(1)]
    public int Lives { get; set; } = 9;
}

[MessagePackObject]
public sealed class Dog : Animal
{
    [Key(1)]
    public Animal? Chases { get; set; }
}

[MessagePackObject]
public sealed class ShapeHolder
{
    [Key(0)]
    public IShape? Shape { get; set; }

    [Key(1)]
    public List<Animal>? Animals { get; set; }
}

/// <summary>A union one of whose cases holds another union, and itself.</summary>
[Union(0, typeof(Inside))]
[Union(1, typeof(Repeated))]
public interface IOuter;

[MessagePackObject]
public sealed class Inside : IOuter
{
    [Key(0)]
    public IShape? Shape { get; set; }
}

[MessagePackObject]
public sealed class Repeated : IOuter
{
    [Key(0)]
    public IOuter[]? Items { get; set; }
}

[Union(0, typeof(Box))]
public interface IBox<T>;

[MessagePackObject]
public sealed class Box : IBox<int>
{
    [Key(0)]
    public int Value { get; set; }
}

[Union(0, typeof(FileEntry))]
[Union(1, typeof(Folder))]
public abstract record FolderEntry([property: Key(0)] string Name);

[MessagePackObject]
public sealed record FileEntry(string Name, [property: Key(1)] long Size) : FolderEntry(Name);

[MessagePackObject]
public sealed record Folder(string Name, [property: Key(1)] IReadOnlyList<FolderEntry> Entries) : FolderEntry(Name);

/// <summary>As a newer peer has it: with a case more.</summary>
[Union(0, typeof(Circle0))]
[Union(1, typeof(Circle1))]
public interface IWide;

[MessagePackObject]
public sealed class Circle0 : IWide;

[MessagePackObject]
public sealed class Circle1 : IWide;

public sealed class Unions : IUnions
{
    public Task<IShape?> Shape(IShape? value) => Task.FromResult(value);

    public Task<Animal?> Animal(Animal? value) => Task.FromResult(value);

    public Task<List<IShape?>> List(List<IShape?> value) => Task.FromResult(value);

    public Task<Dictionary<string, Animal>> Named(Dictionary<string, Animal> value) => Task.FromResult(value);

    public Task<ShapeHolder> Holder(ShapeHolder value) => Task.FromResult(value);

    public Task<IOuter> Outer(IOuter value) => Task.FromResult(value);

    public Task<IBox<int>> Box(IBox<int> value) => Task.FromResult(value);

    public Task<(IShape, Animal?)> Pair((IShape, Animal?) value) => Task.FromResult(value);

    public Task<FolderEntry> Folder(FolderEntry value) => Task.FromResult(value);

    public Task<IShape[]> Array(IShape[] value) => Task.FromResult(value);

    public Task<IWide> Wide(IWide value) => Task.FromResult(value);
}
