using System.Numerics;
using System.Text;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Whatever a contract may carry comes back as it went, at its extremes.</summary>
internal sealed class EveryShape() : PairCase("every-supported-type-shape-round-trips")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IShapes shapes = pair.Proxy<IShapes>();

        foreach (Numbers numbers in ShapeSamples.Numbers)
        {
            await BackAsync(shapes.NumbersAsync, numbers);
        }

        foreach (Leaves leaves in ShapeSamples.Leaves)
        {
            await BackAsync(shapes.LeavesAsync, leaves);
        }

        await BackAsync(shapes.AbsentAsync, ShapeSamples.Nothing);
        await BackAsync(shapes.AbsentAsync, ShapeSamples.Something);
        await BackAsync(shapes.CollectionsAsync, ShapeSamples.Collections);
        await BackAsync(shapes.DictionariesAsync, ShapeSamples.Dictionaries);
        await BackAsync(shapes.GenericAsync, new Boxed<Coordinate>(new(1.5, -2), [new(0, 0), new(double.NaN, double.PositiveInfinity)]));
        await BackAsync<Tree?>(shapes.TreeAsync, new Tree("root", [new("left", []), new("right", [new("leaf", [])])]));
        await BackAsync<(int, string, (double, Color)?)>(shapes.TupleAsync, (1, "two", (3.0, Color.Blue)));
        await BackAsync<(int, string, (double, Color)?)>(shapes.TupleAsync, (-1, "", null));
        await BackAsync(shapes.PairAsync, new KeyValuePair<string, int>("key", 5));
        await BackAsync(shapes.EnumAsync, (Color)77);
        await BackAsync(shapes.BigAsync, BigInteger.Pow(-7, 333));
        await BackAsync<Rune?>(shapes.RuneAsync, new Rune(0x1F980));
        await BackAsync<int?>(value => new ValueTask<int?>(shapes.TaskAsync(value)), -5);
        await BackAsync(shapes.WordsAsync, (string[])["zero", "", "two"]);
        await MembersAsync(shapes);

        Check.Equal(42 + "forty-two".Length + (int)Color.Blue, await shapes.DefaultAsync());
    }

    private static async Task MembersAsync(IShapes shapes)
    {
        Members members = await shapes.MembersAsync(new Members { Plain = 1, Init = "two", Required = "three", Field = 4.5, Ignored = "a secret" });
        Check.Equal("1 two three 4.5", $"{members.Plain} {members.Init} {members.Required} {members.Field}");
        Check.Equal("never sent", members.Ignored);

        Immutable immutable = await shapes.ImmutableAsync(new Immutable(6));
        Check.Equal("6 the right constructor", $"{immutable.Number} {immutable.Origin}");
    }

    private static async Task BackAsync<T>(Func<T, ValueTask<T>> call, T value) =>
        Check.Equal(ValueText.Of(value), ValueText.Of(await call(value)), $"the {typeof(T).Name} that came back");
}
