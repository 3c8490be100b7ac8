using System.Globalization;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the class that holds the descriptors, built when they are first asked for.</summary>
internal static class DescriptorEmitter
{
    public static void Emit(CodeWriter code, ContractModel contract, MemberNames names)
    {
        code.Open("internal static class Methods");
        for (int ordinal = 0; ordinal < contract.Methods.Count; ordinal++)
        {
            EmitMethod(code, contract, contract.Methods[ordinal], ordinal, names[ordinal]);
        }

        var fields = new List<string>();
        for (int ordinal = 0; ordinal < contract.Methods.Count; ordinal++)
        {
            fields.Add(names[ordinal]);
        }

        string methods = fields.Count == 0
            ? $"global::System.Array.Empty<{Names.MethodDescriptor}>()"
            : $"new {Names.MethodDescriptor}[] {{ {string.Join(", ", fields)} }}";
        code.Line($"internal static readonly {Names.ContractDescriptor} Contract = new {Names.ContractDescriptor}(");
        code.Indent();
        code.Line($"{Names.Quote(contract.WireName)}, {(contract.Ordered ? "true" : "false")}, {methods});");
        code.Unindent();
        code.Close();
    }

    private static void EmitMethod(CodeWriter code, ContractModel contract, MethodModel method, int ordinal, string name)
    {
        var parameters = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Role == ParameterRole.Sent)
            {
                parameters.Add(Names.Quote(parameter.Name.TrimStart('@')));
            }
        }

        string parameterNames = parameters.Count == 0
            ? "global::System.Array.Empty<string>()"
            : $"new string[] {{ {string.Join(", ", parameters)} }}";
        string hash = "0x" + method.SignatureHash.ToString("X16", CultureInfo.InvariantCulture) + "UL";
        code.Line($"internal static readonly {Names.MethodDescriptor} {name} = new {Names.MethodDescriptor}(");
        code.Indent();
        code.Line($"{Names.Quote(contract.WireName)}, {Names.Quote(method.WireName)}, {ordinal}, {Names.MethodKind}.{method.Kind}, {hash},");
        bool isPlain = !method.IsStreaming && method.MaxPayloadSize == 0;
        code.Line($"{parameterNames}, Arguments.{name}){(isPlain ? ";" : "")}");
        code.Unindent();
        if (!isPlain)
        {
            EmitSettings(code, method);
        }

        code.Blank();
    }

    /// <summary>Prints the initializer of what only some methods have.</summary>
    private static void EmitSettings(CodeWriter code, MethodModel method)
    {
        code.Open();
        if (method.ResultStream is { } result)
        {
            code.Line($"ResultStream = {Stream("", result)},");
        }

        var streams = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Stream is { } stream)
            {
                streams.Add(Stream(parameter.Name.TrimStart('@'), stream));
            }
        }

        if (streams.Count > 0)
        {
            code.Open($"ParameterStreams = new {Names.StreamDescriptor}[]");
            foreach (string stream in streams)
            {
                code.Line($"{stream},");
            }

            code.Close("},");
        }

        if (method.MaxPayloadSize > 0)
        {
            code.Line($"MaxPayloadSize = {method.MaxPayloadSize.ToString(CultureInfo.InvariantCulture)},");
        }

        code.Close("};");
    }

    private static string Stream(string name, StreamModel stream)
    {
        string content = stream.Form == StreamForm.Pipe ? nameof(StreamForm.Bytes) : stream.Form.ToString();
        string capacity = stream.Capacity.ToString(CultureInfo.InvariantCulture);
        return $"new {Names.StreamDescriptor}({Names.Quote(name)}, {Names.StreamContent}.{content}, {Names.SlowConsumer}.{stream.WhenSlow}, {capacity})";
    }
}
