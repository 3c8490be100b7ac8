using System.Collections;
using MessagePack;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Compares what arrived with what was sent: by members and items, since data types seldom define equality.</summary>
internal static class Sameness
{
    /// <summary>Fails with the path to the first difference.</summary>
    public static void Check(Type type, object? expected, object? actual, string path) =>
        Assert.True(Difference(type, expected, actual, path) is not { } difference, $"{Difference(type, expected, actual, path)}");

    private static string? Difference(Type type, object? expected, object? actual, string path)
    {
        if (expected is null || actual is null)
        {
            return expected is null && actual is null ? null : $"{path}: {expected ?? "null"} became {actual ?? "null"}";
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (LeafValues.IsLeaf(type))
        {
            return IsSameLeaf(expected, actual) ? null : $"{path}: {expected} became {actual}";
        }

        if (WireMember.IsData(type) || type.IsDefined(typeof(UnionAttribute), false))
        {
            return expected.GetType() != actual.GetType()
                ? $"{path}: a {expected.GetType()} became a {actual.GetType()}"
                : First(WireMember.Of(expected.GetType()).Select(member => Difference(member.Type, member.Get(expected), member.Get(actual), $"{path}.{member.Name}")));
        }

        if (Shapes.IsTuple(type) || Shapes.IsPair(type))
        {
            return First(Parts(type).Select(part => Difference(part.Type, part.Get(expected), part.Get(actual), $"{path}.{part.Name}")));
        }

        if (Shapes.IsGrouping(type))
        {
            var (key, items) = (type.GetProperty("Key")!, typeof(IEnumerable<>).MakeGenericType(type.GenericTypeArguments[1]));
            return Difference(key.PropertyType, key.GetValue(expected), key.GetValue(actual), $"{path}.Key") ?? CollectionDifference(items, expected, actual, path);
        }

        return Shapes.IsCollection(type) ? CollectionDifference(type, expected, actual, path)
            : expected.GetType() != actual.GetType() ? $"{path}: a {expected.GetType()} became a {actual.GetType()}"
            : Shapes.Is(type, typeof(Lazy<>)) ? Difference(type.GenericTypeArguments[0], type.GetProperty("Value")!.GetValue(expected), type.GetProperty("Value")!.GetValue(actual), path)
            : null;
    }

    private static string? CollectionDifference(Type type, object expected, object actual, string path)
    {
        if (!type.IsInstanceOfType(actual))
        {
            return $"{path}: a {type} became a {actual.GetType()}";
        }

        if (type.IsArray && type.GetArrayRank() is var rank
            && Enumerable.Range(0, rank).Any(dimension => ((Array)expected).GetLength(dimension) != ((Array)actual).GetLength(dimension)))
        {
            return $"{path}: its lengths changed";
        }

        object?[] left = Collections.ItemsOf(expected);
        object?[] right = Collections.ItemsOf(actual);
        var item = Shapes.ItemOf(type)!;
        if (left.Length != right.Length)
        {
            return $"{path}: {left.Length} items became {right.Length}";
        }

        if (!Shapes.IsUnordered(type))
        {
            return First(left.Select((value, index) => Difference(item, value, right[index], $"{path}[{index}]")));
        }

        // Each must be there as often as it was sent.
        var rest = right.ToList();
        foreach (var value in left)
        {
            int at = rest.FindIndex(other => Difference(item, value, other, path) is null);
            if (at < 0)
            {
                return $"{path}: {value} is missing";
            }

            rest.RemoveAt(at);
        }

        return null;
    }

    private static IEnumerable<(string Name, Type Type, Func<object, object?> Get)> Parts(Type type) => Shapes.IsValueTuple(type)
        ? type.GetFields().Select(static field => (field.Name, field.FieldType, (Func<object, object?>)field.GetValue))
        : type.GetProperties().Where(static property => property.GetIndexParameters().Length == 0)
            .Select(static property => (property.Name, property.PropertyType, (Func<object, object?>)property.GetValue));

    private static bool IsSameLeaf(object expected, object actual) => (expected, actual) switch
    {
        (byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right),
        (Memory<byte> left, Memory<byte> right) => left.Span.SequenceEqual(right.Span),
        (ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => left.Span.SequenceEqual(right.Span),
        (ArraySegment<byte> left, ArraySegment<byte> right) => left.AsSpan().SequenceEqual(right),
        (BitArray left, BitArray right) => left.Cast<bool>().SequenceEqual(right.Cast<bool>()),
        (System.Text.StringBuilder left, System.Text.StringBuilder right) => left.Equals(right),
        (DateTime left, DateTime right) => left == right && left.Kind == right.Kind,
        (DateTimeOffset left, DateTimeOffset right) => left.EqualsExact(right),
        _ => expected.Equals(actual),
    };

    private static string? First(IEnumerable<string?> differences) => differences.FirstOrDefault(static difference => difference is not null);
}
