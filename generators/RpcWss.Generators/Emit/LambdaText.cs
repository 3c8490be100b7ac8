using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>The lambdas that emitted code hands to the runtime, to write and read results and the items of streams.</summary>
internal static class LambdaText
{
    /// <summary>A lambda that reads a value whose type is spelled, with annotations, as <paramref name="type"/>.</summary>
    public static string Reader(ValueModel value, string type)
    {
        string present = value.IsReference && !type.EndsWith("?", StringComparison.Ordinal) ? "!" : "";
        return $"static (ref {Names.Reader} reader) => {ValueText.Read(value, type)}{present}";
    }

    /// <summary>Prints a lambda that writes a value, as the last argument of a call and the end of its statement.</summary>
    public static void EmitWriter(CodeWriter code, ValueModel value, string type)
    {
        code.Indent();
        string lambda = $"static (ref {Names.Writer} writer, {type} value) =>";
        if (!value.IsNullable)
        {
            code.Line($"{lambda} {ValueText.WritePresent(value, "value").TrimEnd(';')});");
        }
        else
        {
            code.Line(lambda);
            code.Open();
            ValueText.Write(code, value, "value", new NameScope(["writer", "value"]));
            code.Close("});");
        }

        code.Unindent();
    }
}
