using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>
/// Prints the client's side. Methods are implemented explicitly, so that none can collide with another or with the base class,
/// whatever the user called it.
/// </summary>
internal static class ProxyEmitter
{
    public static void Emit(CodeWriter code, ContractModel contract, MemberNames names)
    {
        code.Open($"internal sealed class Proxy : {Names.Proxy}, {contract.Type}");
        code.Line($"internal Proxy({Names.Invoker} invoker, {Names.CallOptions}? options)");
        code.Indent();
        code.Line(": base(invoker, Methods.Contract, options)");
        code.Unindent();
        code.Open();
        code.CloseApart();
        for (int ordinal = 0; ordinal < contract.Methods.Count; ordinal++)
        {
            EmitMethod(code, contract.Methods[ordinal], names[ordinal]);
        }

        code.Close();
    }

    private static void EmitMethod(CodeWriter code, MethodModel method, string descriptor)
    {
        var names = new NameScope(["call", "writer", "error", "Methods", "RequireNoContext"]);
        var locals = new List<string>();
        var declarations = new List<string>();
        string token = $"{Names.CancellationToken}.None";
        foreach (var parameter in method.Parameters)
        {
            string local = names.Take(parameter.Name);
            locals.Add(local);
            declarations.Add($"{parameter.Attributes}{parameter.Type} {local}");
            token = parameter.Role == ParameterRole.CancellationToken ? local : token;
        }

        code.Open($"{method.ReturnType} {method.DeclaringType}.{method.Name}({string.Join(", ", declarations)})");
        for (int index = 0; index < locals.Count; index++)
        {
            if (method.Parameters[index].Role == ParameterRole.CallContext)
            {
                code.Line($"RequireNoContext({locals[index]});");
            }
        }

        code.Line($"var call = {(method.IsStreaming ? "BeginStreaming" : "Begin")}<{ResultType(method)}>(Methods.{descriptor});");
        EmitArguments(code, method, locals, names);
        StreamEmitter.EmitAdding(code, method, locals);
        code.Line($"return call.{Send(method, token)}{AsReturned(method)};");
        code.CloseApart();
    }

    private static void EmitArguments(CodeWriter code, MethodModel method, List<string> locals, NameScope names)
    {
        int sent = 0;
        foreach (var parameter in method.Parameters)
        {
            sent += parameter.Role == ParameterRole.Sent ? 1 : 0;
        }

        if (method.SendsPlainValues)
        {
            // Nothing here can go wrong.
            code.Line($"var writer = new {Names.ValueWriter}(call.GetSpan({Names.ValueWriter}.LengthOf({sent})), {sent});");
            EmitValues(code, method, locals, names);
            code.Line("call.Advance(writer.Length);");
            return;
        }

        code.Open("try");
        code.Line($"var writer = new {Names.Writer}(call);");
        code.Line($"writer.WriteArrayHeader({sent});");
        EmitValues(code, method, locals, names);
        code.Line("writer.Flush();");
        code.Close();
        code.Open($"catch ({Names.Exception} error)");
        code.Line(method.IsStreaming
            ? "call.Refuse(error);"
            : $"return call.{(method.Result is null ? "FailVoid" : "Fail")}(error){AsReturned(method)};");
        code.CloseApart();
    }

    private static void EmitValues(CodeWriter code, MethodModel method, List<string> locals, NameScope names)
    {
        for (int index = 0; index < locals.Count; index++)
        {
            if (method.Parameters[index].Value is { } value)
            {
                ValueText.Write(code, value, locals[index], names);
            }
        }
    }

    private static string ResultType(MethodModel method) =>
        method.Result is not null ? method.ResultType
        : method.ResultStream?.Item is not null ? method.ResultStream.ItemType
        : Names.Nothing;

    private static string Send(MethodModel method, string token) =>
        method.ResultStream is { } stream ? StreamEmitter.Opening(stream, token)
        : method.Result is { } result ? $"SendAsync({LambdaText.Reader(result, method.ResultType)}, {token})"
        : $"SendAsync({token})";

    private static string AsReturned(MethodModel method) => method.ReturnsTask ? ".AsTask()" : "";
}
