namespace RpcWss.Generators.Tests.Grammar;

/// <summary>Data that all contracts of a compilation may send.</summary>
internal static class SharedTypes
{
    public const string Source = """
        global using Kind = Shared.Kind;

        namespace Shared;

        [MessagePackObject] public class Data { [Key(0)] public int X { get; set; } [Key(1)] public List<Data?>? Y { get; init; } }
        [MessagePackObject] public readonly record struct Point([property: Key(0)] int X, [property: Key(1)] string? Y);
        [MessagePackObject] public class Box<T> { [Key(0)] public T? Value { get; set; } [Key(2)] public required T[] Values { get; init; } }
        [MessagePackObject] public class Page<T> { [Key(0)] public List<T> Items { get; init; } = []; [Key(1)] public Page<T>? Next { get; set; } }
        [MessagePackObject(true)] public record Named(int Left, string? Right) { public Named? Inner { get; init; } public required Kind Kind { get; set; } }
        public enum Kind : byte { A }

        [Union(0, typeof(Data1)), Union(-5, typeof(Data2)), Union(700, typeof(Data3))] public interface IUnion { }
        [MessagePackObject] public class Data1 : IUnion { [Key(0)] public IUnion? Inner { get; set; } }
        [MessagePackObject] public record Data2([property: Key(0)] Guid X) : IUnion;
        [MessagePackObject(true)] public struct Data3 : IUnion { public int X; }
        [Union(0, typeof(Data4)), Union(1, typeof(Data5))] public abstract class Union { [Key(0)] public int Id { get; set; } }
        [MessagePackObject] public class Data4 : Union { [Key(1)] public Union? Inner { get; set; } }
        [MessagePackObject] public sealed class Data5 : Union { }
        """;
}
