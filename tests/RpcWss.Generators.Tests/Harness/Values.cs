using System.Collections;
using System.Reflection;
using System.Text;

namespace RpcWss.Generators.Tests.Harness;

/// <summary>Makes values of any type that the changes use.</summary>
internal sealed class Values(ValueRange range)
{
    private static readonly NullabilityInfoContext _nullability = new();
    private int _count;

    public object? Of(ParameterInfo parameter)
    {
        lock (_nullability)
        {
            return Of(parameter.ParameterType, _nullability.Create(parameter).WriteState != NullabilityState.NotNull);
        }
    }

    public object? OfResult(MethodInfo method) => method.ReturnType.IsGenericType ? Of(method.ReturnType.GenericTypeArguments[0], true) : null;

    private object? Of(Type type, bool mayBeNull)
    {
        // Small numbers differ, so that those that change places are noticed, and fit any type of numbers.
        int number = ++_count;
        bool isLargest = range == ValueRange.Extreme;
        if (type == typeof(CancellationToken) || type == typeof(RpcCallContext))
        {
            return type.IsValueType ? CancellationToken.None : null;
        }

        if (range == ValueRange.Nil && mayBeNull && (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null))
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return Enum.ToObject(type, Of(type.GetEnumUnderlyingType(), false)!);
        }

        return type switch
        {
            _ when type == typeof(string) => isLargest ? "any text" : Identifier(number).ToString(),
            _ when type == typeof(StringBuilder) => new StringBuilder(isLargest ? "any text" : Identifier(number).ToString()),
            _ when type == typeof(Guid) => Identifier(number),
            _ when type == typeof(bool) => true,
            _ when type == typeof(double) => isLargest ? double.MaxValue : (double)number,
            _ when type == typeof(float) => isLargest ? 16777216f : (float)number,
            _ when type == typeof(DateTime) => new DateTime(2026, 1, number, 0, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, number, 0, 0, 0, TimeSpan.FromHours(1)),
            _ when type.IsPrimitive => isLargest ? type.GetField("MaxValue")!.GetValue(null) : Convert.ChangeType(number, type),
            _ when type.IsArray => OneItem(type.GetElementType()!),
            _ when typeof(IDictionary).IsAssignableFrom(type) => Entry(type),
            _ when typeof(IList).IsAssignableFrom(type) => Activator.CreateInstance(type, OneItem(type.GenericTypeArguments[0])),
            _ when typeof(System.Runtime.CompilerServices.ITuple).IsAssignableFrom(type) =>
                Activator.CreateInstance(type, [.. type.GenericTypeArguments.Select(item => Of(item, false))]),
            _ when type.IsInterface => Of(CaseOf(type, isLargest), false),
            _ => Data(type),
        };
    }

    private static Guid Identifier(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private Array OneItem(Type type)
    {
        var items = Array.CreateInstance(type, 1);
        items.SetValue(Of(type, true), 0);
        return items;
    }

    private object Entry(Type type)
    {
        var entries = (IDictionary)Activator.CreateInstance(type)!;
        entries.Add(Of(type.GenericTypeArguments[0], false)!, Of(type.GenericTypeArguments[1], true));
        return entries;
    }

    private object Data(Type type)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            // What contains itself would never end.
            property.SetValue(value, property.PropertyType == type ? null : Of(property.PropertyType, true));
        }

        foreach (var field in type.GetFields())
        {
            field.SetValue(value, Of(field.FieldType, true));
        }

        return value;
    }

    private static Type CaseOf(Type union, bool last)
    {
        var cases = union.GetCustomAttributes<UnionAttribute>().OrderBy(static found => found.Key).ToList();
        return cases[last ? ^1 : 0].SubType;
    }
}

/// <summary>Which values of a type.</summary>
public enum ValueRange
{
    /// <summary>Such as any type of the kind holds.</summary>
    Ordinary,

    /// <summary>The largest numbers, text of no form, the last case of a union.</summary>
    Extreme,

    /// <summary>Null wherever that can be sent.</summary>
    Nil,
}
