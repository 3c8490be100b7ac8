using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>The code that writes and reads a value of any type, given names for the writer and reader: <c>writer</c> and <c>reader</c>.</summary>
internal static class ValueText
{
    /// <summary>Prints statements that write the value of <paramref name="expression"/>.</summary>
    public static void Write(CodeWriter code, ValueModel value, string expression, NameScope names)
    {
        if (!value.IsNullable)
        {
            code.Line(WritePresent(value, expression));
            return;
        }

        string present = names.Take("present");
        code.Open($"if ({expression} is {{ }} {present})");
        code.Line(WritePresent(value, present));
        code.Close();
        code.Open("else");
        code.Line("writer.WriteNil();");
        code.Close();
    }

    /// <summary>An expression that reads a value.</summary>
    public static string Read(ValueModel value) => Read(value, value.IsNullable ? value.Type + "?" : value.Type);

    /// <summary>An expression that reads a value whose type is spelled, with annotations, as <paramref name="type"/>.</summary>
    public static string Read(ValueModel value, string type) => value.IsNullable
        ? $"(reader.TryReadNil() ? default({type}) : {ReadPresent(value, type.Substring(0, type.Length - 1))})"
        : ReadPresent(value, type);

    /// <summary>A statement that writes a value that is not a <see cref="System.Nullable{T}"/>.</summary>
    public static string WritePresent(ValueModel value, string expression) => value.Form switch
    {
        ValueForm.Formatted => $"{value.Formatter}.Write(ref writer, {expression});",
        ValueForm.Enum => $"writer.Write(({Keyword(value.Leaf)}){expression});",
        _ => LeafText.Write(value.Leaf, expression),
    };

    private static string ReadPresent(ValueModel value, string type) => value.Form switch
    {
        ValueForm.Formatted => $"{value.Formatter}.Read(ref reader)",
        ValueForm.Enum => $"({type}){LeafText.Read(value.Leaf)}",
        _ => LeafText.Read(value.Leaf),
    };

    private static string Keyword(LeafKind integer) => integer switch
    {
        LeafKind.SByte => "sbyte",
        LeafKind.Byte => "byte",
        LeafKind.Int16 => "short",
        LeafKind.UInt16 => "ushort",
        LeafKind.UInt32 => "uint",
        LeafKind.Int64 => "long",
        LeafKind.UInt64 => "ulong",
        _ => "int",
    };
}
