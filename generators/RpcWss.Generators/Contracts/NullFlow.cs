using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>What annotations and attributes say about a parameter being null.</summary>
internal static class NullFlow
{
    private const string Space = "System.Diagnostics.CodeAnalysis";

    /// <summary>The attributes that an implementation must repeat, as source.</summary>
    public static string Attributes(IParameterSymbol parameter) =>
        Has(parameter, "AllowNull") ? $"[global::{Space}.AllowNull] "
        : Has(parameter, "DisallowNull") ? $"[global::{Space}.DisallowNull] "
        : "";

    public static bool RefusesNull(IParameterSymbol parameter) =>
        Has(parameter, "DisallowNull")
        || (parameter.NullableAnnotation == NullableAnnotation.NotAnnotated && !Has(parameter, "AllowNull"));

    private static bool Has(IParameterSymbol parameter, string attribute) => parameter.Attribute($"{Space}.{attribute}Attribute") is not null;
}
