using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace RpcWss.Contracts.Tests.Data;

/// <summary>Every dictionary of .NET beyond the usual ones, lazy values and tuples, there and back.</summary>
[RpcContract]
public partial interface IDictionaries
{
    Task<SortedDictionary<string, int>?> Sorted(SortedDictionary<string, int>? value);

    Task<SortedList<int, string?>> SortedList(SortedList<int, string?> value);

    Task<OrderedDictionary<string, int>> Ordered(OrderedDictionary<string, int> value);

    Task<ReadOnlyDictionary<Guid, int>> ReadOnly(ReadOnlyDictionary<Guid, int> value);

    Task<ConcurrentDictionary<long, string>> Concurrent(ConcurrentDictionary<long, string> value);

    Task<ImmutableDictionary<decimal, int>> Immutable(ImmutableDictionary<decimal, int> value);

    Task<ImmutableSortedDictionary<int, int>> ImmutableSorted(ImmutableSortedDictionary<int, int> value);

    Task<IImmutableDictionary<string, int>> IImmutable(IImmutableDictionary<string, int> value);

    Task<FrozenDictionary<string, int>> Frozen(FrozenDictionary<string, int> value);

    Task<FrozenDictionary<long, int>> FrozenNumbers(FrozenDictionary<long, int> value);

    Task<Lazy<int>?> Lazy(Lazy<int>? value);

    Task<Lazy<string?>?> LazyText(Lazy<string?>? value);

    Task<Lazy<bool>> LazyTruth(Lazy<bool> value);

    Task<Lazy<Point>> LazyPoint(Lazy<Point> value);

    Task<Tuple<int>?> Tuple1(Tuple<int>? value);

    Task<Tuple<int, string?>> Tuple2(Tuple<int, string?> value);

    Task<Tuple<int, int, int[]>> Tuple3(Tuple<int, int, int[]> value);

    Task<Tuple<int, int, int, Guid>> Tuple4(Tuple<int, int, int, Guid> value);

    Task<Tuple<int, int, int, int, int>> Tuple5(Tuple<int, int, int, int, int> value);

    Task<Tuple<int, int, int, int, int, int>> Tuple6(Tuple<int, int, int, int, int, int> value);

    Task<Tuple<int, int, int, int, int, int, int>> Tuple7(Tuple<int, int, int, int, int, int, int> value);

    Task<Tuple<int, int, int, int, int, int, int, Tuple<string>>> Tuple8(Tuple<int, int, int, int, int, int, int, Tuple<string>> value);

    Task<(int, int, string)> Value3((int, int, string) value);

    Task<(int, int, int, int, int, int, int)> Value7((int, int, int, int, int, int, int) value);

    Task<(int, int, int, int, int, int, int, int)> Value8((int, int, int, int, int, int, int, int) value);

    Task<(int, int, int, int, int, int, int, int, int, int, int, int, int, int, string)> Value15((int, int, int, int, int, int, int, int, int, int, int, int, int, int, string) value);

    Task<List<KeyValuePair<string?, Point>>> Pairs(List<KeyValuePair<string?, Point>> value);
}

public sealed class Dictionaries : IDictionaries
{
    public Task<SortedDictionary<string, int>?> Sorted(SortedDictionary<string, int>? value) => Task.FromResult(value);

    public Task<SortedList<int, string?>> SortedList(SortedList<int, string?> value) => Task.FromResult(value);

    public Task<OrderedDictionary<string, int>> Ordered(OrderedDictionary<string, int> value) => Task.FromResult(value);

    public Task<ReadOnlyDictionary<Guid, int>> ReadOnly(ReadOnlyDictionary<Guid, int> value) => Task.FromResult(value);

    public Task<ConcurrentDictionary<long, string>> Concurrent(ConcurrentDictionary<long, string> value) => Task.FromResult(value);

    public Task<ImmutableDictionary<decimal, int>> Immutable(ImmutableDictionary<decimal, int> value) => Task.FromResult(value);

    public Task<ImmutableSortedDictionary<int, int>> ImmutableSorted(ImmutableSortedDictionary<int, int> value) => Task.FromResult(value);

    public Task<IImmutableDictionary<string, int>> IImmutable(IImmutableDictionary<string, int> value) => Task.FromResult(value);

    public Task<FrozenDictionary<string, int>> Frozen(FrozenDictionary<string, int> value) => Task.FromResult(value);

    public Task<FrozenDictionary<long, int>> FrozenNumbers(FrozenDictionary<long, int> value) => Task.FromResult(value);

    public Task<Lazy<bool>> LazyTruth(Lazy<bool> value) => Task.FromResult(value);

    public Task<Lazy<int>?> Lazy(Lazy<int>? value) => Task.FromResult(value);

    public Task<Lazy<string?>?> LazyText(Lazy<string?>? value) => Task.FromResult(value);

    public Task<Lazy<Point>> LazyPoint(Lazy<Point> value) => Task.FromResult(value);

    public Task<Tuple<int>?> Tuple1(Tuple<int>? value) => Task.FromResult(value);

    public Task<Tuple<int, string?>> Tuple2(Tuple<int, string?> value) => Task.FromResult(value);

    public Task<Tuple<int, int, int[]>> Tuple3(Tuple<int, int, int[]> value) => Task.FromResult(value);

    public Task<Tuple<int, int, int, Guid>> Tuple4(Tuple<int, int, int, Guid> value) => Task.FromResult(value);

    public Task<Tuple<int, int, int, int, int>> Tuple5(Tuple<int, int, int, int, int> value) => Task.FromResult(value);

    public Task<Tuple<int, int, int, int, int, int>> Tuple6(Tuple<int, int, int, int, int, int> value) => Task.FromResult(value);

    public Task<Tuple<int, int, int, int, int, int, int>> Tuple7(Tuple<int, int, int, int, int, int, int> value) => Task.FromResult(value);

    public Task<Tuple<int, int, int, int, int, int, int, Tuple<string>>> Tuple8(Tuple<int, int, int, int, int, int, int, Tuple<string>> value) => Task.FromResult(value);

    public Task<(int, int, string)> Value3((int, int, string) value) => Task.FromResult(value);

    public Task<(int, int, int, int, int, int, int)> Value7((int, int, int, int, int, int, int) value) => Task.FromResult(value);

    public Task<(int, int, int, int, int, int, int, int)> Value8((int, int, int, int, int, int, int, int) value) => Task.FromResult(value);

    public Task<(int, int, int, int, int, int, int, int, int, int, int, int, int, int, string)> Value15((int, int, int, int, int, int, int, int, int, int, int, int, int, int, string) value) => Task.FromResult(value);

    public Task<List<KeyValuePair<string?, Point>>> Pairs(List<KeyValuePair<string?, Point>> value) => Task.FromResult(value);
}
