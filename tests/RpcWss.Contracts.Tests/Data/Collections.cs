using System.Numerics;

namespace RpcWss.Contracts.Tests.Data;

/// <summary>Every collection and tuple, there and back.</summary>
[RpcContract]
public partial interface ICollections
{
    Task<int[]?> Array(int[]? value);

    Task<string?[]?> Texts(string?[]? value);

    Task<byte[][]?> Jagged(byte[][]? value);

    Task<int?[]> Nullables(int?[] value);

    Task<DateTime[]> Times(DateTime[] value);

    Task<char[]> Chars(char[] value);

    Task<sbyte[]> SBytes(sbyte[] value);

    Task<List<int>?> List(List<int>? value);

    Task<List<byte>> ListOfBytes(List<byte> value);

    Task<IList<string>> IList(IList<string> value);

    Task<ICollection<Guid>> ICollection(ICollection<Guid> value);

    Task<IReadOnlyList<long>> IReadOnlyList(IReadOnlyList<long> value);

    Task<IReadOnlyCollection<double>> IReadOnlyCollection(IReadOnlyCollection<double> value);

    Task<IEnumerable<int>> IEnumerable(IEnumerable<int> value);

    Task<HashSet<string>> HashSet(HashSet<string> value);

    Task<ISet<int>> ISet(ISet<int> value);

    Task<IReadOnlySet<DateTime>> IReadOnlySet(IReadOnlySet<DateTime> value);

    Task<Dictionary<string, int>?> Dictionary(Dictionary<string, int>? value);

    Task<IDictionary<Guid, string?>> IDictionary(IDictionary<Guid, string?> value);

    Task<IReadOnlyDictionary<DayOfWeek, List<int>>> IReadOnlyDictionary(IReadOnlyDictionary<DayOfWeek, List<int>> value);

    Task<Dictionary<BigInteger, Dictionary<Version, decimal?>>> Nested(Dictionary<BigInteger, Dictionary<Version, decimal?>> value);

    Task<KeyValuePair<string, int>> Pair(KeyValuePair<string, int> value);

    Task<ValueTuple<int>> One(ValueTuple<int> value);

    Task<(int Left, string? Right)> Two((int Left, string? Right) value);

    Task<(int, (string, Guid)?)?> Maybe((int, (string, Guid)?)? value);

    Task<(int, int, int, int, int, int, int, string, int?)> Nine((int, int, int, int, int, int, int, string, int?) value);
}

public sealed class Collections : ICollections
{
    public Task<int[]?> Array(int[]? value) => Task.FromResult(value);

    public Task<string?[]?> Texts(string?[]? value) => Task.FromResult(value);

    public Task<byte[][]?> Jagged(byte[][]? value) => Task.FromResult(value);

    public Task<int?[]> Nullables(int?[] value) => Task.FromResult(value);

    public Task<DateTime[]> Times(DateTime[] value) => Task.FromResult(value);

    public Task<char[]> Chars(char[] value) => Task.FromResult(value);

    public Task<sbyte[]> SBytes(sbyte[] value) => Task.FromResult(value);

    public Task<List<int>?> List(List<int>? value) => Task.FromResult(value);

    public Task<List<byte>> ListOfBytes(List<byte> value) => Task.FromResult(value);

    public Task<IList<string>> IList(IList<string> value) => Task.FromResult(value);

    public Task<ICollection<Guid>> ICollection(ICollection<Guid> value) => Task.FromResult(value);

    public Task<IReadOnlyList<long>> IReadOnlyList(IReadOnlyList<long> value) => Task.FromResult(value);

    public Task<IReadOnlyCollection<double>> IReadOnlyCollection(IReadOnlyCollection<double> value) => Task.FromResult(value);

    public Task<IEnumerable<int>> IEnumerable(IEnumerable<int> value) => Task.FromResult(value);

    public Task<HashSet<string>> HashSet(HashSet<string> value) => Task.FromResult(value);

    public Task<ISet<int>> ISet(ISet<int> value) => Task.FromResult(value);

    public Task<IReadOnlySet<DateTime>> IReadOnlySet(IReadOnlySet<DateTime> value) => Task.FromResult(value);

    public Task<Dictionary<string, int>?> Dictionary(Dictionary<string, int>? value) => Task.FromResult(value);

    public Task<IDictionary<Guid, string?>> IDictionary(IDictionary<Guid, string?> value) => Task.FromResult(value);

    public Task<IReadOnlyDictionary<DayOfWeek, List<int>>> IReadOnlyDictionary(IReadOnlyDictionary<DayOfWeek, List<int>> value) => Task.FromResult(value);

    public Task<Dictionary<BigInteger, Dictionary<Version, decimal?>>> Nested(Dictionary<BigInteger, Dictionary<Version, decimal?>> value) => Task.FromResult(value);

    public Task<KeyValuePair<string, int>> Pair(KeyValuePair<string, int> value) => Task.FromResult(value);

    public Task<ValueTuple<int>> One(ValueTuple<int> value) => Task.FromResult(value);

    public Task<(int Left, string? Right)> Two((int Left, string? Right) value) => Task.FromResult(value);

    public Task<(int, (string, Guid)?)?> Maybe((int, (string, Guid)?)? value) => Task.FromResult(value);

    public Task<(int, int, int, int, int, int, int, string, int?)> Nine((int, int, int, int, int, int, int, string, int?) value) => Task.FromResult(value);
}
