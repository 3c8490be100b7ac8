namespace RpcWss.Generators.Model;

/// <summary>What is made of a sequence when it is read, and how it is walked when it is written.</summary>
internal enum SequenceKind
{
    /// <summary>An array.</summary>
    Array,

    /// <summary>A list.</summary>
    List,

    /// <summary>An interface that knows its count; an array is read.</summary>
    CountedArray,

    /// <summary>An interface that knows its count; a list is read.</summary>
    CountedList,

    /// <summary>Anything that can be enumerated; an array is read.</summary>
    Enumerable,

    /// <summary>A set; a hash set is read.</summary>
    Set,

    Queue,
    Stack,
    LinkedList,
    SortedSet,
    Collection,
    ObservableCollection,
    ReadOnlyCollection,
    ReadOnlyObservableCollection,
    ReadOnlySet,
    ConcurrentQueue,
    ConcurrentStack,
    ConcurrentBag,
    ImmutableArray,
    ImmutableList,
    ImmutableHashSet,
    ImmutableSortedSet,
    ImmutableQueue,
    ImmutableStack,
    FrozenSet,
    ArraySegment,
    Memory,
    ReadOnlyMemory,
    ReadOnlySequence,
}
