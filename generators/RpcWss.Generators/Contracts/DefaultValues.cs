using System.Globalization;
using Microsoft.CodeAnalysis;
using RpcWss.Generators.Emit;

namespace RpcWss.Generators.Contracts;

/// <summary>Spells the default value of a parameter as an expression of the parameter's own type.</summary>
internal static class DefaultValues
{
    /// <summary>Null when the parameter has none. A <c>params</c> array defaults to an empty one.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="spell">Spells a type as the file that uses the expression does.</param>
    public static string? Of(IParameterSymbol parameter, Func<ITypeSymbol, string> spell)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return parameter is { IsParams: true, Type: IArrayTypeSymbol array }
                ? $"global::System.Array.Empty<{spell(array.ElementType)}>()"
                : null;
        }

        if (parameter.ExplicitDefaultValue is not { } value)
        {
            return parameter.Type.IsValueType ? $"default({spell(parameter.Type)})"
                : parameter.NullableAnnotation == NullableAnnotation.Annotated ? "null" : "null!";
        }

        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        return type.TypeKind == TypeKind.Enum ? $"(({spell(type)})({Literal(value)}))" : Literal(value);
    }

    /// <summary>A constant as source spells it.</summary>
    public static string Literal(object value) => value switch
    {
        string text => Names.Quote(text),
        bool flag => flag ? "true" : "false",
        char c => $"'\\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}'",
        int number => number.ToString(CultureInfo.InvariantCulture),
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        sbyte number => $"(sbyte)({number.ToString(CultureInfo.InvariantCulture)})",
        byte number => $"(byte){number.ToString(CultureInfo.InvariantCulture)}",
        short number => $"(short)({number.ToString(CultureInfo.InvariantCulture)})",
        ushort number => $"(ushort){number.ToString(CultureInfo.InvariantCulture)}",
        float number => Real(number, number.ToString("G9", CultureInfo.InvariantCulture) + "F", "float"),
        double number => Real(number, number.ToString("G17", CultureInfo.InvariantCulture) + "D", "double"),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        DateTime time => $"new global::System.DateTime({time.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
        _ => throw new NotSupportedException($"A default value of the type {value.GetType()}."),
    };

    private static string Real(double value, string literal, string keyword) =>
        double.IsNaN(value) ? $"{keyword}.NaN"
        : double.IsPositiveInfinity(value) ? $"{keyword}.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? $"{keyword}.NegativeInfinity"
        : literal;
}
