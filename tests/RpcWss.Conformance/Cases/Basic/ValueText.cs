using System.Collections;
using System.Globalization;
using System.Reflection;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Any value as text that says all that is in it: equal texts, equal values.</summary>
internal static class ValueText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        byte[] bytes => Convert.ToHexString(bytes),
        Memory<byte> memory => Convert.ToHexString(memory.Span),
        ReadOnlyMemory<byte> memory => Convert.ToHexString(memory.Span),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number when number.GetType().Namespace!.StartsWith("System", StringComparison.Ordinal) => $"{number.GetType().Name} {number.ToString(null, CultureInfo.InvariantCulture)}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of).Order(Order(items)))}]",
        Uri or Version or bool or char or Enum => $"{value.GetType().Name} {value}",
        _ => $"{{ {string.Join("; ", MembersOf(value))} }}",
    };

    // Sets and dictionaries have no order of their own.
    private static Comparer<string> Order(IEnumerable items) => items is IDictionary || items.GetType().GetInterfaces().Any(IsSet)
        ? Comparer<string>.Create(string.CompareOrdinal)
        : Comparer<string>.Create((_, _) => 0);

    private static bool IsSet(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ISet<>);

    private static IEnumerable<string> MembersOf(object value)
    {
        const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public;
        Type type = value.GetType();
        return
        [
            .. type.GetProperties(Members).Where(property => property.GetIndexParameters().Length == 0).Select(property => $"{property.Name} = {Of(property.GetValue(value))}"),
            .. type.GetFields(Members).Select(field => $"{field.Name} = {Of(field.GetValue(value))}"),
        ];
    }
}
