using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace RpcWss.Generators.Tests.Harness;

/// <summary>Compares what was sent with what was read, when the two are of types that only resemble each other: leaf by leaf, where both have one of a name.</summary>
internal static class Leaves
{
    public static Dictionary<string, string> Arguments(MethodInfo method, object?[] arguments)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (parameter, argument) in method.GetParameters().Zip(arguments))
        {
            Add(leaves, parameter.Name!, argument);
        }

        return leaves;
    }

    public static Dictionary<string, string> Of(object? value)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(leaves, "result", value);
        return leaves;
    }

    public static string? Misread(Dictionary<string, string> sent, Dictionary<string, string> read)
    {
        foreach (var (name, value) in sent)
        {
            if (read.TryGetValue(name, out string? other) && other != value)
            {
                return $"'{name}' was sent as {value} and read as {other}";
            }
        }

        return null;
    }

    private static void Add(Dictionary<string, string> leaves, string name, object? value)
    {
        if (value is CancellationToken or RpcCallContext)
        {
            return;
        }

        if (value is null or string or System.Text.StringBuilder or Guid or DateTime or DateTimeOffset || value.GetType().IsPrimitive)
        {
            leaves[name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";
        }
        else if (value is Enum)
        {
            leaves[name] = Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        }
        else if (value is IDictionary map)
        {
            int index = 0;
            foreach (DictionaryEntry entry in map)
            {
                Add(leaves, $"{name}[{index}].Key", entry.Key);
                Add(leaves, $"{name}[{index++}].Value", entry.Value);
            }
        }
        else if (value is IEnumerable items)
        {
            int index = 0;
            foreach (object? item in items)
            {
                Add(leaves, $"{name}[{index++}]", item);
            }
        }
        else if (value is ITuple tuple)
        {
            for (int index = 0; index < tuple.Length; index++)
            {
                Add(leaves, $"{name}({index})", tuple[index]);
            }
        }
        else
        {
            foreach (var property in value.GetType().GetProperties())
            {
                Add(leaves, $"{name}.{property.Name}", property.GetValue(value));
            }

            foreach (var field in value.GetType().GetFields())
            {
                Add(leaves, $"{name}.{field.Name}", field.GetValue(value));
            }
        }
    }
}
