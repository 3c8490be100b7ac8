using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Makes any collection from an array of its items.</summary>
internal static class Collections
{
    // What stands for an interface, and what something else must be made from first.
    private static readonly Dictionary<Type, Type> _made = new()
    {
        [typeof(IList<>)] = typeof(List<>),
        [typeof(ICollection<>)] = typeof(LinkedList<>),
        [typeof(IReadOnlyList<>)] = typeof(List<>),
        [typeof(IReadOnlyCollection<>)] = typeof(Queue<>),
        [typeof(IEnumerable<>)] = typeof(List<>),
        [typeof(ISet<>)] = typeof(HashSet<>),
        [typeof(IReadOnlySet<>)] = typeof(HashSet<>),
        [typeof(IDictionary<,>)] = typeof(Dictionary<,>),
        [typeof(IReadOnlyDictionary<,>)] = typeof(Dictionary<,>),
        [typeof(IImmutableList<>)] = typeof(ImmutableList<>),
        [typeof(IImmutableSet<>)] = typeof(ImmutableHashSet<>),
        [typeof(IImmutableQueue<>)] = typeof(ImmutableQueue<>),
        [typeof(IImmutableStack<>)] = typeof(ImmutableStack<>),
        [typeof(IImmutableDictionary<,>)] = typeof(ImmutableDictionary<,>),
    };

    private static readonly Dictionary<Type, Type> _wraps = new()
    {
        [typeof(ReadOnlyObservableCollection<>)] = typeof(ObservableCollection<>),
        [typeof(ReadOnlySet<>)] = typeof(HashSet<>),
        [typeof(ReadOnlyDictionary<,>)] = typeof(Dictionary<,>),
        [typeof(SortedDictionary<,>)] = typeof(Dictionary<,>),
        [typeof(SortedList<,>)] = typeof(Dictionary<,>),
    };

    private static readonly Dictionary<Type, (Type Owner, string Method)> _factories = new()
    {
        [typeof(ImmutableArray<>)] = (typeof(ImmutableArray), nameof(ImmutableArray.CreateRange)),
        [typeof(ImmutableList<>)] = (typeof(ImmutableList), nameof(ImmutableList.CreateRange)),
        [typeof(ImmutableHashSet<>)] = (typeof(ImmutableHashSet), nameof(ImmutableHashSet.CreateRange)),
        [typeof(ImmutableSortedSet<>)] = (typeof(ImmutableSortedSet), nameof(ImmutableSortedSet.CreateRange)),
        [typeof(ImmutableQueue<>)] = (typeof(ImmutableQueue), nameof(ImmutableQueue.CreateRange)),
        [typeof(ImmutableStack<>)] = (typeof(ImmutableStack), nameof(ImmutableStack.CreateRange)),
        [typeof(ImmutableDictionary<,>)] = (typeof(ImmutableDictionary), nameof(ImmutableDictionary.CreateRange)),
        [typeof(ImmutableSortedDictionary<,>)] = (typeof(ImmutableSortedDictionary), nameof(ImmutableSortedDictionary.CreateRange)),
        [typeof(FrozenSet<>)] = (typeof(FrozenSet), nameof(FrozenSet.ToFrozenSet)),
        [typeof(FrozenDictionary<,>)] = (typeof(FrozenDictionary), nameof(FrozenDictionary.ToFrozenDictionary)),
    };

    public static object From(Type type, Array items)
    {
        var definition = type.GetGenericTypeDefinition();
        if (_made.TryGetValue(definition, out var made))
        {
            return From(made.MakeGenericType(type.GenericTypeArguments), items);
        }

        if (!Shapes.IsLookup(type) && Shapes.IsUnordered(type))
        {
            items = Distinct(items, Shapes.IsMap(type));
        }

        if (Shapes.IsLookup(type))
        {
            return Generic(nameof(ToLookup), type.GenericTypeArguments).Invoke(null, [items])!;
        }

        if (_factories.TryGetValue(definition, out var factory))
        {
            return Factory(factory.Owner, factory.Method, items, type.GenericTypeArguments);
        }

        return Activator.CreateInstance(type, _wraps.TryGetValue(definition, out var inner) ? From(inner.MakeGenericType(type.GenericTypeArguments), items) : items)!;
    }

    public static object Group(Type key, Type item, object? value, Array items) => Generic(nameof(ToGroup), [key, item]).Invoke(null, [value, items])!;

    /// <summary>The items in the order in which they are written.</summary>
    public static object?[] ItemsOf(object collection)
    {
        if (Shapes.IsMemory(collection.GetType()))
        {
            collection = collection is System.Buffers.ReadOnlySequence<byte> bytes
                ? System.Buffers.BuffersExtensions.ToArray(bytes)
                : Array(collection);
        }

        return [.. ((IEnumerable)collection).Cast<object?>()];
    }

    private static MethodInfo Generic(string method, Type[] arguments) =>
        typeof(Collections).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(arguments);

    private static ILookup<TKey, T> ToLookup<TKey, T>(IGrouping<TKey, T>[] groups) =>
        groups.SelectMany(static group => group.Select(item => (group.Key, Item: item))).ToLookup(static entry => entry.Key, static entry => entry.Item);

    private static IGrouping<TKey, T> ToGroup<TKey, T>(TKey key, T[] items) => items.GroupBy(_ => key).Single();

    private static Array Array(object memory)
    {
        var type = memory.GetType();
        return Shapes.Is(type, typeof(System.Buffers.ReadOnlySequence<>))
            ? (Array)typeof(System.Buffers.BuffersExtensions).GetMethod("ToArray")!.MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [memory])!
            : (Array)type.GetMethod("ToArray")!.Invoke(memory, [])!;
    }

    private static object Factory(Type owner, string method, Array items, Type[] arguments)
    {
        var candidates = owner.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(candidate => candidate.Name == method && candidate.GetGenericArguments().Length == arguments.Length)
            .Select(candidate => candidate.MakeGenericMethod(arguments))
            .Where(candidate => candidate.GetParameters() is [var first, ..] parameters && first.ParameterType.IsInstanceOfType(items)
                && parameters.Skip(1).All(static parameter => parameter.IsOptional));
        var chosen = candidates.First();
        return chosen.Invoke(null, [items, .. chosen.GetParameters().Skip(1).Select(static _ => Type.Missing)])!;
    }

    private static Array Distinct(Array items, bool byKey)
    {
        var seen = new HashSet<object>();
        object[] kept = [.. items.Cast<object>().Where(item => seen.Add(byKey ? item.GetType().GetProperty("Key")!.GetValue(item)! : item))];
        var distinct = System.Array.CreateInstance(items.GetType().GetElementType()!, kept.Length);
        kept.CopyTo(distinct, 0);
        return distinct;
    }
}
