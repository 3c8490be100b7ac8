using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the methods that read a call's arguments into objects, for interceptors that ask for them.</summary>
internal static class ArgumentsEmitter
{
    public static void Emit(CodeWriter code, ContractModel contract, MemberNames names)
    {
        code.Open("internal static class Arguments");
        for (int ordinal = 0; ordinal < contract.Methods.Count; ordinal++)
        {
            EmitMethod(code, contract.Methods[ordinal], names[ordinal]);
        }

        code.Close();
    }

    /// <summary>An expression that reads an argument which was sent; <paramref name="refuse"/> is thrown for a null that its type does not allow.</summary>
    public static string Read(ParameterModel parameter, string refuse)
    {
        string read = ValueText.Read(parameter.Value!, parameter.Type);
        return parameter.RefusesNull ? $"{read} ?? {refuse}"
            : parameter.Value!.IsReference && !parameter.Type.EndsWith("?", StringComparison.Ordinal) ? $"{read}!"
            : read;
    }

    private static void EmitMethod(CodeWriter code, MethodModel method, string name)
    {
        code.Open($"internal static object?[] {name}(ref {Names.Reader} reader)");
        var sent = new List<ParameterModel>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Role == ParameterRole.Sent)
            {
                sent.Add(parameter);
            }
        }

        if (sent.Count == 0)
        {
            code.Line("reader.ReadArrayHeader();");
            code.Line("return global::System.Array.Empty<object?>();");
            code.CloseApart();
            return;
        }

        code.Line("int count = reader.ReadArrayHeader();");
        code.Line("return new object?[]");
        code.Open();
        for (int position = 0; position < sent.Count; position++)
        {
            string quoted = Names.Quote(sent[position].Name.TrimStart('@'));
            string missing = sent[position].Default is { } value ? Boxed(sent[position], value) : $"throw {Names.Format}.Missing({quoted})";
            code.Line($"count > {position} ? {Boxed(sent[position], ValueText.Read(sent[position].Value!, sent[position].Type))} : {missing},");
        }

        code.Close("};");
        code.CloseApart();
    }

    /// <summary>A value type is boxed as itself, whatever type it was read as.</summary>
    private static string Boxed(ParameterModel parameter, string expression) =>
        parameter.Value!.IsReference ? $"(object?){expression}" : $"(object?)({parameter.Type}){expression}";
}
