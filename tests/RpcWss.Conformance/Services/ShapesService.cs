using System.Numerics;
using System.Text;
using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class ShapesService : IShapes
{
    public ValueTask<Numbers> NumbersAsync(Numbers value) => new(value);

    public ValueTask<Leaves> LeavesAsync(Leaves value) => new(value);

    public ValueTask<Absent> AbsentAsync(Absent value) => new(value);

    public ValueTask<Collections> CollectionsAsync(Collections value) => new(value);

    public ValueTask<Dictionaries> DictionariesAsync(Dictionaries value) => new(value);

    public ValueTask<Members> MembersAsync(Members value) => new(value);

    public ValueTask<Boxed<Coordinate>> GenericAsync(Boxed<Coordinate> value) => new(value);

    public ValueTask<Tree?> TreeAsync(Tree? value) => new(value);

    public ValueTask<Immutable> ImmutableAsync(Immutable value) => new(value);

    public ValueTask<(int, string, (double, Color)?)> TupleAsync((int, string, (double, Color)?) value) => new(value);

    public ValueTask<KeyValuePair<string, int>> PairAsync(KeyValuePair<string, int> value) => new(value);

    public ValueTask<Color> EnumAsync(Color value) => new(value);

    public ValueTask<BigInteger> BigAsync(BigInteger value) => new(value);

    public ValueTask<Rune?> RuneAsync(Rune? value) => new(value);

    public ValueTask<string[]> WordsAsync(params string[] value) => new(value);

    public ValueTask<int> DefaultAsync(int value, string text, Color color) => new(value + text.Length + (int)color);

    public Task<int?> TaskAsync(int? value) => Task.FromResult(value);
}
