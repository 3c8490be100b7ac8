using System.Numerics;
using System.Text;

namespace RpcWss.Conformance.Contracts;

/// <summary>Every shape of data that the generator supports today, each sent back as it came.</summary>
[RpcContract]
internal partial interface IShapes
{
    ValueTask<Numbers> NumbersAsync(Numbers value);

    ValueTask<Leaves> LeavesAsync(Leaves value);

    ValueTask<Absent> AbsentAsync(Absent value);

    ValueTask<Collections> CollectionsAsync(Collections value);

    ValueTask<Dictionaries> DictionariesAsync(Dictionaries value);

    ValueTask<Members> MembersAsync(Members value);

    ValueTask<Boxed<Coordinate>> GenericAsync(Boxed<Coordinate> value);

    ValueTask<Tree?> TreeAsync(Tree? value);

    ValueTask<Immutable> ImmutableAsync(Immutable value);

    ValueTask<(int, string, (double, Color)?)> TupleAsync((int, string, (double, Color)?) value);

    ValueTask<KeyValuePair<string, int>> PairAsync(KeyValuePair<string, int> value);

    ValueTask<Color> EnumAsync(Color value);

    ValueTask<BigInteger> BigAsync(BigInteger value);

    ValueTask<Rune?> RuneAsync(Rune? value);

    ValueTask<string[]> WordsAsync(params string[] value);

    ValueTask<int> DefaultAsync(int value = 42, string text = "forty-two", Color color = Color.Blue);

    Task<int?> TaskAsync(int? value);
}
