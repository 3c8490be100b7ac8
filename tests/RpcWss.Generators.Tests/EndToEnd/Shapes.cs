using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Pipelines;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>What kind of thing a type of the wire is, told from the type alone.</summary>
internal static class Shapes
{
    public static bool Is(Type type, params Type[] definitions) => type.IsGenericType && definitions.Contains(type.GetGenericTypeDefinition());

    public static bool IsItems(Type type) => Is(type, typeof(IAsyncEnumerable<>));

    public static bool IsProgress(Type type) => Is(type, typeof(IProgress<>));

    public static bool IsBytes(Type type) => type == typeof(Stream) || type == typeof(PipeReader);

    public static bool IsPair(Type type) => Is(type, typeof(KeyValuePair<,>));

    public static bool IsTuple(Type type) => type.IsGenericType && type.FullName!.StartsWith("System.Tuple`", StringComparison.Ordinal) || IsValueTuple(type);

    public static bool IsValueTuple(Type type) => type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    /// <summary>Arrays behind a view, which are not all enumerable.</summary>
    public static bool IsMemory(Type type) => Is(type, typeof(Memory<>), typeof(ReadOnlyMemory<>), typeof(System.Buffers.ReadOnlySequence<>));

    public static bool IsCollection(Type type) => !IsGrouping(type) && (type.IsArray || IsMemory(type) || (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)));

    public static bool IsLookup(Type type) => Is(type, typeof(ILookup<,>));

    public static bool IsGrouping(Type type) => Is(type, typeof(IGrouping<,>));

    public static bool IsMap(Type type) => type.IsGenericType && type.GenericTypeArguments.Length == 2 && !IsLookup(type) && !IsGrouping(type)
        && ItemOf(type) is { } item && IsPair(item);

    /// <summary>Whether the order of items means nothing.</summary>
    public static bool IsUnordered(Type type) => IsMap(type) || IsLookup(type) || Is(type, typeof(ConcurrentBag<>), typeof(IImmutableSet<>), typeof(IReadOnlySet<>))
        || type.GetInterfaces().Any(static face => Is(face, typeof(ISet<>), typeof(IReadOnlySet<>), typeof(IImmutableSet<>))) || Is(type, typeof(ISet<>));

    /// <summary>What is enumerated; null for what is not.</summary>
    public static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType()
        : IsMemory(type) ? type.GenericTypeArguments[0]
        : new[] { type }.Concat(type.GetInterfaces()).FirstOrDefault(static face => Is(face, typeof(IEnumerable<>)))?.GenericTypeArguments[0];
}
