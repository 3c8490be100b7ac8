using System.Reflection;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Where the annotations of a declaration allow null: at the top of its type and within.</summary>
/// <param name="Info">What reflection says; null where nothing is known, and null is not given.</param>
/// <param name="Open">The type as it is declared. Within a type parameter reflection does not know the argument's annotations.</param>
internal readonly record struct Nulls(NullabilityInfo? Info, Type? Open)
{
    public static readonly Nulls None = new(null, null);

    public bool Allowed => Info is { ReadState: NullabilityState.Nullable, WriteState: NullabilityState.Nullable } && Open is { IsGenericParameter: false };

    public Nulls Element => Info?.ElementType is { } info && Open?.GetElementType() is { } open ? new(info, open) : None;

    public static Nulls Of(ParameterInfo parameter) => new(
        new NullabilityInfoContext().Create(parameter),
        ((MethodBase)parameter.Member.Module.ResolveMethod(parameter.Member.MetadataToken)!).GetParameters() is var open && parameter.Position >= 0 ? open[parameter.Position].ParameterType : OpenReturn(parameter));

    public static Nulls Of(WireMember member) => member.Info switch
    {
        PropertyInfo property => new(new NullabilityInfoContext().Create(property), member.Open),
        FieldInfo field => new(new NullabilityInfoContext().Create(field), member.Open),
        _ => None,
    };

    /// <summary>Of the type argument with this index.</summary>
    public Nulls Argument(int index) =>
        Info is not null && Open is { IsGenericParameter: false } && index < Info.GenericTypeArguments.Length && index < Unwrapped(Open).GenericTypeArguments.Length
            ? new(Info.GenericTypeArguments[index], Unwrapped(Open).GenericTypeArguments[index])
            : None;

    private static Type OpenReturn(ParameterInfo parameter) => ((MethodInfo)parameter.Member.Module.ResolveMethod(parameter.Member.MetadataToken)!).ReturnType;

    // Reflection looks through Nullable<T>, as the annotations do.
    private static Type Unwrapped(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
