using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>Reads <c>[MessagePackFormatter]</c>: which formatter of the user's writes a type or a member.</summary>
internal static class FormatterParser
{
    public const string Attribute = "MessagePack.MessagePackFormatterAttribute";

    /// <summary>An expression that is the formatter; null with what to do about it where there is none.</summary>
    public static string? Expression(ITypeSymbol type, AttributeData attribute, Compilation compilation, Mentions mentions, out string flaw)
    {
        flaw = $"name a formatter that implements IMessagePackFormatter<{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}>";
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol formatter }, ..] || Close(formatter, type) is not { } closed || !Formats(closed, type))
        {
            return null;
        }

        flaw = "make the formatter visible in the contract's assembly";
        if (!compilation.IsSymbolAccessibleWithin(closed, compilation.Assembly))
        {
            return null;
        }

        flaw = "give the formatter a public constructor that takes what the attribute gives, or a public static field Instance";
        var values = attribute.ConstructorArguments.Length > 1 && attribute.ConstructorArguments[1] is { Kind: TypedConstantKind.Array, IsNull: false } given
            ? given.Values
            : [];
        var arguments = new List<string>();
        foreach (var value in values)
        {
            if (Spell(value, mentions) is not { } text)
            {
                return null;
            }

            arguments.Add(text);
        }

        foreach (var constructor in closed.InstanceConstructors)
        {
            if (!closed.IsAbstract && constructor.DeclaredAccessibility == Accessibility.Public && constructor.Parameters.Length == arguments.Count)
            {
                mentions.Use(constructor);
                return $"new {mentions.Plain(closed)}({string.Join(", ", arguments)})";
            }
        }

        foreach (var member in closed.GetMembers("Instance"))
        {
            if (arguments.Count == 0 && member is IFieldSymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public })
            {
                return $"{mentions.Plain(closed)}.Instance";
            }
        }

        return null;
    }

    /// <summary>An open formatter of a generic type has the type's own arguments.</summary>
    private static INamedTypeSymbol? Close(INamedTypeSymbol formatter, ITypeSymbol type) =>
        !formatter.IsUnboundGenericType ? formatter
        : type is INamedTypeSymbol named && named.TypeArguments.Length == formatter.Arity && formatter.ContainingType is not { IsGenericType: true }
            ? formatter.OriginalDefinition.Construct([.. named.TypeArguments])
            : null;

    private static bool Formats(INamedTypeSymbol formatter, ITypeSymbol type)
    {
        foreach (var implemented in formatter.AllInterfaces)
        {
            if (implemented.Is("MessagePack.Formatters.IMessagePackFormatter`1")
                && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Spell(TypedConstant value, Mentions mentions) => value switch
    {
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({mentions.Plain(type)})",
        { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } number } => $"(({mentions.Plain(type)})({DefaultValues.Literal(number)}))",
        { Kind: TypedConstantKind.Primitive, Value: { } constant } => DefaultValues.Literal(constant),
        { IsNull: true } => "null",
        _ => null,
    };
}
