using CsCheck;
using Microsoft.CodeAnalysis;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>Contracts that a grammar makes up: combinations of shapes that nobody wrote down.</summary>
public sealed class RandomContractTests
{
    private static readonly Gen<string> _name = Gen.OneOf(
        "a", "A", "@class", "call", "writer", "reader", "count", "parameter", "error", "service", "value", "present", "item", "items", "entry", "key",
        "Methods", "Proxy", "Dispatcher", "Arguments", "Contract", "Begin", "ToString", "Equals", "GetType", "Finalize", "_", "__", "@await", "größe", "T", "IShape");

    private static readonly Gen<string> _leaf = Gen.OneOf(
        "int", "string", "bool", "byte[]", "Guid", "decimal", "DateTime", "DateTimeOffset", "char", "Uri", "ReadOnlyMemory<byte>", "DayOfWeek", "Half", "Version",
        "System.Numerics.BigInteger", "TimeSpan", "Data", "Point", "Kind", "Box<int>", "Box<Data>");

    private static readonly Gen<string> _type = Gen.Recursive<string>((depth, inner) => depth > 2 ? _leaf : Gen.OneOf(
        _leaf,
        _leaf.Select(static type => type + "?"),
        inner.Select(static type => $"{type}[]"),
        inner.Select(static type => $"{type}[]?"),
        Gen.Select(Gen.OneOf("List", "IEnumerable", "IReadOnlyList", "ICollection", "Box"), inner, static (collection, type) => $"{collection}<{type}>"),
        Gen.Select(Gen.OneOf("string", "int", "Guid", "Kind", "DateTime"), inner, static (key, type) => $"Dictionary<{key}, {type}>"),
        Gen.Select(inner, inner, static (left, right) => $"({left} Left, {right})"),
        Gen.Select(inner, inner, static (left, right) => $"({left}, {right})?")));

    private static readonly Gen<string> _stream = Gen.OneOf(
        _type.Select(static type => $"IAsyncEnumerable<{type}>"), _type.Select(static type => $"IAsyncEnumerable<{type}>?"), _type.Select(static type => $"IProgress<{type}>?"),
        Gen.OneOf("Stream", "Stream?", "System.IO.Pipelines.PipeReader"));

    private static readonly Gen<string> _parameters = Parameters(_type);

    private static readonly Gen<string> _streamingParameters = Parameters(Gen.OneOf(_type, _stream));

    private static readonly Gen<string> _method = Gen.Select(
        Gen.OneOf(Gen.OneOf("Task", "ValueTask", "[RpcMethod(OneWay = true)] ValueTask"), _type.Select(static type => $"Task<{type}>"), _type.Select(static type => $"ValueTask<{type}>")),
        _name, _parameters,
        static (result, name, parameters) => $"{result}|{name}|{parameters}");

    private static readonly Gen<string> _streamingMethod = Gen.Select(
        Gen.OneOf(
            Gen.OneOf("Task", "ValueTask", "Task<Stream>", "ValueTask<System.IO.Pipelines.PipeReader>"), _type.Select(static type => $"ValueTask<{type}>"),
            _type.Select(static type => $"IAsyncEnumerable<{type}>")),
        _name, _streamingParameters,
        static (result, name, parameters) => $"{result}|{name}|{parameters}");

    private static readonly Gen<string> _contract = Gen.OneOf(_method, _streamingMethod).Array[1, 8].Select(static methods =>
    {
        // A name of its own for each, on the wire and, since overloads may be the same twice, in C#.
        var lines = methods.Select((method, index) => method.Split('|') is var parts && parts[0].StartsWith('[')
            ? $"    {parts[0].Replace(")]", $", Name = \"m{index}\")]", StringComparison.Ordinal)} {parts[1]}{index}({parts[2]});"
            : $"    [RpcMethod(Name = \"m{index}\")] {parts[0]} {(index == 0 ? parts[1] : parts[1] + index)}({parts[2]});");
        return $"[RpcContract] public partial interface IShape\n{{\n{string.Join('\n', lines)}\n}}";
    });

    private const string Types = """

        [MessagePackObject] public class Data { [Key(0)] public int X { get; set; } [Key(1)] public List<Data?>? Y { get; init; } }
        [MessagePackObject] public readonly record struct Point([property: Key(0)] int X, [property: Key(1)] string? Y);
        [MessagePackObject] public class Box<T> { [Key(0)] public T? Value { get; set; } [Key(2)] public required T[] Values { get; init; } }
        public enum Kind : byte { A }
        """;

    [Fact]
    public void A_random_contract_compiles_without_a_warning()
    {
        _contract.Sample(
            contract =>
            {
                var compiled = Compiled.From("#pragma warning disable CS0465, CS0108, CS0114\n" + contract + Types).GetAwaiter().GetResult();
                Assert.Empty(compiled.Analyzer);
                Assert.NotEmpty(compiled.Files);
                Assert.Empty(compiled.GeneratedProblems);
                Assert.DoesNotContain(compiled.Problems, problem => problem.Severity == DiagnosticSeverity.Error);
            },
            iter: 25, threads: 1, print: contract => contract);
    }

    private static Gen<string> Parameters(Gen<string> type) => Gen.Select(
        type.Array[0, 5], _name.Array[5], Gen.OneOf("", "CancellationToken cancel = default", "RpcCallContext? context = null", "params int[] rest"),
        static (types, names, last) => string.Join(", ", types.Zip(names.Distinct()).Select(pair => $"{pair.First} {pair.Second}").Append(last).Where(text => text.Length > 0)));
}
