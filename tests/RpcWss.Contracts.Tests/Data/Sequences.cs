using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace RpcWss.Contracts.Tests.Data;

/// <summary>Every sequence of .NET beyond the usual ones, there and back.</summary>
[RpcContract]
public partial interface ISequences
{
    Task<Queue<int>?> Queue(Queue<int>? value);

    Task<Stack<string?>> Stack(Stack<string?> value);

    Task<LinkedList<int>> LinkedList(LinkedList<int> value);

    Task<SortedSet<string>> SortedSet(SortedSet<string> value);

    Task<Collection<int>> Collection(Collection<int> value);

    Task<ObservableCollection<int>> Observable(ObservableCollection<int> value);

    Task<ReadOnlyCollection<int>> ReadOnly(ReadOnlyCollection<int> value);

    Task<ReadOnlyObservableCollection<int>> ReadOnlyObservable(ReadOnlyObservableCollection<int> value);

    Task<ReadOnlySet<int>> ReadOnlySet(ReadOnlySet<int> value);

    Task<ConcurrentQueue<int>> ConcurrentQueue(ConcurrentQueue<int> value);

    Task<ConcurrentStack<int>> ConcurrentStack(ConcurrentStack<int> value);

    Task<ConcurrentBag<int>> ConcurrentBag(ConcurrentBag<int> value);

    Task<ImmutableArray<int>> ImmutableArray(ImmutableArray<int> value);

    Task<ImmutableArray<string?>?> MaybeImmutableArray(ImmutableArray<string?>? value);

    Task<ImmutableList<int>?> ImmutableList(ImmutableList<int>? value);

    Task<ImmutableHashSet<int>> ImmutableHashSet(ImmutableHashSet<int> value);

    Task<ImmutableSortedSet<int>> ImmutableSortedSet(ImmutableSortedSet<int> value);

    Task<ImmutableQueue<int>> ImmutableQueue(ImmutableQueue<int> value);

    Task<ImmutableStack<int>> ImmutableStack(ImmutableStack<int> value);

    Task<IImmutableList<Guid>> IImmutableList(IImmutableList<Guid> value);

    Task<IImmutableSet<long>> IImmutableSet(IImmutableSet<long> value);

    Task<IImmutableQueue<int>> IImmutableQueue(IImmutableQueue<int> value);

    Task<IImmutableStack<int>> IImmutableStack(IImmutableStack<int> value);

    Task<FrozenSet<string>> FrozenSet(FrozenSet<string> value);

    Task<FrozenSet<long>> FrozenNumbers(FrozenSet<long> value);

    Task<ArraySegment<int>> Segment(ArraySegment<int> value);

    Task<Memory<string?>> Memory(Memory<string?> value);

    Task<ReadOnlyMemory<int>> ReadOnlyMemory(ReadOnlyMemory<int> value);

    Task<ReadOnlySequence<int>> Sequence(ReadOnlySequence<int> value);

    Task<ReadOnlySequence<byte>> Bytes(ReadOnlySequence<byte> value);

    Task<ReadOnlySequence<byte>?> MaybeBytes(ReadOnlySequence<byte>? value);

    Task<int[,]?> Grid2(int[,]? value);

    Task<string?[,,]> Grid3(string?[,,] value);

    Task<byte[,,,]> Grid4(byte[,,,] value);

    Task<int[,][]> GridOfArrays(int[,][] value);

    Task<int[][,]> ArrayOfGrids(int[][,] value);

    Task<Point[,]> GridOfPoints(Point[,] value);

    Task<ImmutableArray<byte>> ImmutableBytes(ImmutableArray<byte> value);

    Task<Queue<byte>> QueueOfBytes(Queue<byte> value);

    Task<Queue<Queue<Point>>> QueueOfQueues(Queue<Queue<Point>> value);
}

public sealed class Sequences : ISequences
{
    public Task<Queue<int>?> Queue(Queue<int>? value) => Task.FromResult(value);

    public Task<Stack<string?>> Stack(Stack<string?> value) => Task.FromResult(value);

    public Task<LinkedList<int>> LinkedList(LinkedList<int> value) => Task.FromResult(value);

    public Task<SortedSet<string>> SortedSet(SortedSet<string> value) => Task.FromResult(value);

    public Task<Collection<int>> Collection(Collection<int> value) => Task.FromResult(value);

    public Task<ObservableCollection<int>> Observable(ObservableCollection<int> value) => Task.FromResult(value);

    public Task<ReadOnlyCollection<int>> ReadOnly(ReadOnlyCollection<int> value) => Task.FromResult(value);

    public Task<ReadOnlyObservableCollection<int>> ReadOnlyObservable(ReadOnlyObservableCollection<int> value) => Task.FromResult(value);

    public Task<ReadOnlySet<int>> ReadOnlySet(ReadOnlySet<int> value) => Task.FromResult(value);

    public Task<ConcurrentQueue<int>> ConcurrentQueue(ConcurrentQueue<int> value) => Task.FromResult(value);

    public Task<ConcurrentStack<int>> ConcurrentStack(ConcurrentStack<int> value) => Task.FromResult(value);

    public Task<ConcurrentBag<int>> ConcurrentBag(ConcurrentBag<int> value) => Task.FromResult(value);

    public Task<ImmutableArray<int>> ImmutableArray(ImmutableArray<int> value) => Task.FromResult(value);

    public Task<ImmutableArray<string?>?> MaybeImmutableArray(ImmutableArray<string?>? value) => Task.FromResult(value);

    public Task<ImmutableList<int>?> ImmutableList(ImmutableList<int>? value) => Task.FromResult(value);

    public Task<ImmutableHashSet<int>> ImmutableHashSet(ImmutableHashSet<int> value) => Task.FromResult(value);

    public Task<ImmutableSortedSet<int>> ImmutableSortedSet(ImmutableSortedSet<int> value) => Task.FromResult(value);

    public Task<ImmutableQueue<int>> ImmutableQueue(ImmutableQueue<int> value) => Task.FromResult(value);

    public Task<ImmutableStack<int>> ImmutableStack(ImmutableStack<int> value) => Task.FromResult(value);

    public Task<IImmutableList<Guid>> IImmutableList(IImmutableList<Guid> value) => Task.FromResult(value);

    public Task<IImmutableSet<long>> IImmutableSet(IImmutableSet<long> value) => Task.FromResult(value);

    public Task<IImmutableQueue<int>> IImmutableQueue(IImmutableQueue<int> value) => Task.FromResult(value);

    public Task<IImmutableStack<int>> IImmutableStack(IImmutableStack<int> value) => Task.FromResult(value);

    public Task<FrozenSet<string>> FrozenSet(FrozenSet<string> value) => Task.FromResult(value);

    public Task<FrozenSet<long>> FrozenNumbers(FrozenSet<long> value) => Task.FromResult(value);

    public Task<ArraySegment<int>> Segment(ArraySegment<int> value) => Task.FromResult(value);

    public Task<Memory<string?>> Memory(Memory<string?> value) => Task.FromResult(value);

    public Task<ReadOnlyMemory<int>> ReadOnlyMemory(ReadOnlyMemory<int> value) => Task.FromResult(value);

    public Task<ReadOnlySequence<int>> Sequence(ReadOnlySequence<int> value) => Task.FromResult(value);

    public Task<ReadOnlySequence<byte>> Bytes(ReadOnlySequence<byte> value) => Task.FromResult(value);

    public Task<ReadOnlySequence<byte>?> MaybeBytes(ReadOnlySequence<byte>? value) => Task.FromResult(value);

    public Task<int[,]?> Grid2(int[,]? value) => Task.FromResult(value);

    public Task<string?[,,]> Grid3(string?[,,] value) => Task.FromResult(value);

    public Task<byte[,,,]> Grid4(byte[,,,] value) => Task.FromResult(value);

    public Task<int[,][]> GridOfArrays(int[,][] value) => Task.FromResult(value);

    public Task<int[][,]> ArrayOfGrids(int[][,] value) => Task.FromResult(value);

    public Task<Point[,]> GridOfPoints(Point[,] value) => Task.FromResult(value);

    public Task<ImmutableArray<byte>> ImmutableBytes(ImmutableArray<byte> value) => Task.FromResult(value);

    public Task<Queue<byte>> QueueOfBytes(Queue<byte> value) => Task.FromResult(value);

    public Task<Queue<Queue<Point>>> QueueOfQueues(Queue<Queue<Point>> value) => Task.FromResult(value);
}
