using CsCheck;

namespace RpcWss.Generators.Tests.Grammar;

/// <summary>A method that a grammar made up.</summary>
/// <param name="Result">What stands before its name.</param>
/// <param name="Name">Its name, which may be that of others too.</param>
/// <param name="Parameters">What stands between the parentheses.</param>
/// <param name="Settings">What <c>[RpcMethod]</c> says beside the name.</param>
internal sealed record RandomMethod(string Result, string Name, string Parameters, string Settings)
{
    private static readonly Gen<string> _names = Gen.OneOf(
        "a", "A", "@class", "call", "writer", "reader", "count", "parameter", "error", "service", "value", "present", "item", "items", "entry", "key", "IShape", "T", "@field", "var", "record",
        "Methods", "Proxy", "Dispatcher", "Arguments", "Contract", "Begin", "BeginStreaming", "Invoker", "ToString", "Equals", "GetType", "Finalize", "Dispose", "_", "__", "@await", "größe");

    private static readonly Gen<string> _settings = Gen.OneOf("", "", "", ", MaxPayloadSize = 100000");

    private static readonly Gen<string> _last = Gen.OneOf(
        "", "", "CancellationToken cancel = default", "RpcCallContext? context = null", "params int[] rest", "params string?[] rest", "params List<Guid> rest", "params IEnumerable<Kind> rest",
        "RpcCallContext? context = null, CancellationToken cancel = default", "CancellationToken cancel = default, params byte[] rest",
        "int d1 = int.MinValue", "string? d1 = \"a\\\"\\u2028\", string d2 = \"x\"", "double d1 = double.NaN, decimal d2 = -1.50m", "Kind d1 = Kind.A, Own d2 = Own.@default, DayOfWeek? d3 = DayOfWeek.Monday",
        "Guid d1 = default, DateTime d2 = default, (int, string?) d3 = default", "char d1 = '\\'', bool d2 = true, ulong d3 = ulong.MaxValue, float d4 = 1.5f", "List<string>? d1 = null, long? d2 = -1, Stream? d3 = null");

    private static readonly Gen<RandomMethod> _unary = Gen.Select(
        Gen.OneOf(Gen.OneOf("Task", "ValueTask"), TypeGrammar.Any.Select(static type => $"Task<{type}>"), TypeGrammar.Any.Select(static type => $"ValueTask<{type}>")),
        _names, ParametersOf(TypeGrammar.Any), _settings,
        static (result, name, parameters, settings) => new RandomMethod(result, name, parameters, settings));

    private static readonly Gen<RandomMethod> _oneWay = Gen.Select(
        Gen.OneOf("Task", "ValueTask"), _names, ParametersOf(TypeGrammar.Any),
        static (result, name, parameters) => new RandomMethod(result, name, parameters.Replace(", Stream? d3 = null", "", StringComparison.Ordinal), ", OneWay = true"));

    private static readonly Gen<RandomMethod> _streaming = Gen.Select(
        Gen.OneOf(
            Gen.OneOf("Task", "ValueTask", "Task<Stream>", "ValueTask<System.IO.Pipelines.PipeReader>", "ValueTask<Stream>", "[return: RpcStream(WhenSlow = RpcSlowConsumer.LatestOnly)] IAsyncEnumerable<int>"),
            TypeGrammar.Any.Select(static type => $"ValueTask<{type}>"), TypeGrammar.Any.Select(static type => $"IAsyncEnumerable<{type}>"), TypeGrammar.Any.Select(static type => $"IAsyncEnumerable<{type}>")),
        _names, ParametersOf(Gen.OneOf(TypeGrammar.Any, TypeGrammar.StreamParameter)), _settings,
        static (result, name, parameters, settings) => new RandomMethod(result, name, parameters, settings));

    public static readonly Gen<RandomMethod> Any = Gen.Frequency((4, _unary), (1, _oneWay), (3, _streaming));

    /// <summary>The declaration, with names of its own in C# and on the wire.</summary>
    public string Declare(int index) =>
        $"    [RpcMethod(Name = \"m{index}\"{Settings})] {Result} {(index == 0 ? Name : Name + index)}({Parameters});";

    private static Gen<string> ParametersOf(Gen<string> type) => Gen.Select(
        type.Array[0, 2], _names.Array[2], _last,
        static (types, names, last) => string.Join(", ", types.Zip(names.Distinct()).Select(static pair => $"{pair.First} {pair.Second}").Append(last).Where(static text => text.Length > 0)));
}
