using CsCheck;

namespace RpcWss.Generators.Tests.Grammar;

/// <summary>A contract that a grammar made up, with its bases and data, all in one namespace.</summary>
/// <param name="Before">What stands before the namespace.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Rule">The rule that it breaks, once; null for one that is sound.</param>
internal sealed record RandomContract(string Before, string Text, string? Rule)
{
    // Where a method is declared: the contract itself, or one of the bases of a diamond.
    private static readonly string[] _homes = ["IShape", "IShape", "IShape", "ITop", "ILeft", "IRight"];

    private static readonly Gen<string> _extra = Gen.OneOf(
        "", "", "", "    Task<int> Local() => Task.FromResult(1);", "    const int C = 4; static int Three() => 3;", "    public enum Nested : byte { A } Task<Nested> WithNested(Nested? a);",
        "    [RpcMethod] ValueTask<int> AlsoRemote(int a) => new(a);", "    sealed int Five => 5; private void Hidden() { }", "    [Obsolete] Task Old(Shared.Data? a);", "    internal Task Within(Pair a);",
        "    async IAsyncEnumerable<int> LocalItems() { await Task.CompletedTask; yield return 1; }");

    private static readonly Gen<string> _contract = Gen.OneOf(
        "[RpcContract] public partial interface", "[RpcContract] public partial interface", "[RpcContract] internal partial interface", "[RpcContract(MaxPayloadSize = 1 << 20)] public partial interface",
        "[RpcContract(Ordered = true)] public partial interface");

    private static readonly Gen<string> _before = Gen.OneOf("", "", "", "", "", "", "", "", "#nullable disable\n");

    public static readonly Gen<RandomContract> Any = Gen.Select(
        Gen.Select(RandomMethod.Any, Gen.Int[0, _homes.Length - 1]).Array[1, 2], _extra, _contract, DataGrammar.All, Gen.Frequency((5, Gen.Const("")), (1, TypeGrammar.Any)),
        Gen.Frequency((11, Gen.Const(static () => (Flaw?)null)), (1, Flaw.Any.Select(static flaw => (Flaw?)flaw))), _before, Gen.Bool,
        static (methods, extra, contract, data, argument, flaw, before, isNested) =>
        {
            // A flaw that repeats a wire name needs the name to be there.
            var homes = methods.Select((method, index) => (Home: flaw is not null && index == 0 ? "IShape" : _homes[method.Item2], Line: method.Item1.Declare(index)))
                .ToLookup(static method => method.Home, static method => method.Line);
            string generic = argument.Length == 0 ? "" : $", IOf<{argument}>";
            string own = $"{contract} IShape : ILeft, IRight{generic}\n{{\n{Lines(homes["IShape"])}{extra}\n    {flaw?.Member}\n}}\n";
            string text = $$"""
                public interface ITop { {{Lines(homes["ITop"])}} }
                public interface ILeft : ITop { {{Lines(homes["ILeft"])}} }
                public interface IRight : ITop { {{Lines(homes["IRight"])}} }
                public interface IOf<TItem> { Task<TItem> OfGet(TItem item, List<TItem> items, CancellationToken cancel = default); IAsyncEnumerable<TItem> OfItems(IAsyncEnumerable<TItem> items); }
                {{(isNested ? $"public partial class Outer {{ {own} }}" : own)}}
                {{data}}
                {{flaw?.Type}}
                """;
            return new RandomContract(before, text, flaw?.Rule);
        });

    /// <summary>
    /// As a file of a compilation that has others. What is silenced are the compiler's warnings of names, obsolete types and missing annotations in what was made at random: contracts may have
    /// them all, and the generator's part must be right still.
    /// </summary>
    public string Source(int number) =>
        $"#pragma warning disable CS0465, CS0108, CS0114, CS0612, CS8618, CS8981, CS8669, CS8632\n{Before}namespace Random{number};\n{Text}";

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(static line => line + "\n"));
}
