using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the server's side: a method per contract method that reads its arguments, calls the service and writes the result.</summary>
internal static class DispatcherEmitter
{
    public static void Emit(CodeWriter code, ContractModel contract, MemberNames names)
    {
        code.Open("internal static class Dispatcher");
        for (int ordinal = 0; ordinal < contract.Methods.Count; ordinal++)
        {
            EmitMethod(code, contract.Methods[ordinal], names[ordinal]);
        }

        code.Close();
    }

    private static void EmitMethod(CodeWriter code, MethodModel method, string name)
    {
        if (method.IsObsoleteError)
        {
            // Only what is obsolete itself may call it.
            code.Line("[global::System.Obsolete]");
        }

        code.Open($"internal static {Names.ValueTask} {name}({method.DeclaringType} service, {Names.IncomingCall} call)");
        var names = new NameScope(["call", "service", "reader", "count", "parameter", "error"]);
        var locals = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            locals.Add(parameter.Role switch
            {
                ParameterRole.CancellationToken => "call.CancellationToken",
                ParameterRole.CallContext => "call.Context",
                _ => names.Take(parameter.Name),
            });
        }

        var sent = new List<int>();
        for (int index = 0; index < locals.Count; index++)
        {
            if (method.Parameters[index].Role == ParameterRole.Sent)
            {
                sent.Add(index);
            }
        }

        bool readsPlainly = method.SendsPlainValues && sent.Count > 0;
        if (readsPlainly)
        {
            EmitPlainReading(code, method, name, locals, sent);
        }
        else
        {
            EmitArguments(code, method, locals, sent);
        }

        StreamEmitter.EmitTaking(code, method, locals);
        EmitCall(code, method, $"service.{method.Name}({string.Join(", ", locals)})");
        code.CloseApart();
        if (readsPlainly)
        {
            EmitReader(code, method, name, locals, sent);
        }
    }

    private static void EmitArguments(CodeWriter code, MethodModel method, List<string> locals, List<int> sent)
    {
        if (sent.Count == 0)
        {
            code.Line("call.ReadNoArguments();");
            return;
        }

        foreach (int index in sent)
        {
            code.Line($"{method.Parameters[index].Type} {locals[index]};");
        }

        EmitReading(code, method, locals, sent);
    }

    // Numbers and truth values are read in a short way, which leaves to the general one what is not as it should be.
    private static void EmitPlainReading(CodeWriter code, MethodModel method, string name, List<string> locals, List<int> sent)
    {
        code.Line($"var reader = call.BeginValues({sent.Count});");
        foreach (int index in sent)
        {
            code.Line($"{method.Parameters[index].Type} {locals[index]} = {ValueText.Read(method.Parameters[index].Value!)};");
        }

        code.Open("if (!call.EndValues(reader))");
        code.Line($"{ReaderOf(name)}(call, {Listed(sent, index => $"out {locals[index]}")});");
        code.CloseApart();
    }

    // By itself: what has a MessagePackReader clears that much of the stack, and catches no exception for nothing.
    private static void EmitReader(CodeWriter code, MethodModel method, string name, List<string> locals, List<int> sent)
    {
        code.Open($"private static void {ReaderOf(name)}({Names.IncomingCall} call, {Listed(sent, index => $"out {method.Parameters[index].Type} {locals[index]}")})");
        EmitReading(code, method, locals, sent);
        code.CloseApart();
    }

    private static string ReaderOf(string name) => "Read" + name.TrimStart('@');

    private static string Listed(List<int> sent, Func<int, string> text) => string.Join(", ", sent.ConvertAll(index => text(index)));

    private static void EmitReading(CodeWriter code, MethodModel method, List<string> locals, List<int> sent)
    {
        code.Line($"string parameter = {Quoted(method, sent[0])};");
        code.Open("try");
        code.Line("var reader = call.BeginArguments(out int count);");
        for (int position = 0; position < sent.Count; position++)
        {
            if (position > 0)
            {
                code.Line($"parameter = {Quoted(method, sent[position])};");
            }

            code.Line($"{locals[sent[position]]} = {ReadArgument(method.Parameters[sent[position]], position, Quoted(method, sent[position]))};");
        }

        code.Line($"call.EndArguments(ref reader, {sent.Count}, count);");
        code.Close();
        code.Open($"catch ({Names.Exception} error)");
        code.Line("throw call.ArgumentError(parameter, error);");
        code.CloseApart();
    }

    private static string ReadArgument(ParameterModel parameter, int position, string quoted)
    {
        string read = ArgumentsEmitter.Read(parameter, $"throw call.NullArgument({quoted})");
        string missing = parameter.Default ?? $"throw call.MissingArgument({quoted})";
        return $"count > {position} ? {read} : {missing}";
    }

    private static void EmitCall(CodeWriter code, MethodModel method, string call)
    {
        // A task that may be null is a mistake of the service; it fails like any other.
        call += method.ReturnType.EndsWith("?", StringComparison.Ordinal) ? "!" : "";
        if (method.ResultStream is { } stream)
        {
            StreamEmitter.EmitCompletion(code, stream, call);
            return;
        }

        if (method.Result is null)
        {
            code.Line(method.ReturnsTask ? $"return new {Names.ValueTask}({call});" : $"return {call};");
            return;
        }

        code.Line($"return call.CompleteAsync({call},");
        LambdaText.EmitWriter(code, method.Result, method.ResultType);
    }

    private static string Quoted(MethodModel method, int index) => Names.Quote(method.Parameters[index].Name.TrimStart('@'));
}
