using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the file that completes a contract.</summary>
internal static class ContractEmitter
{
    public static string Emit(ContractModel contract)
    {
        var code = FileText.Begin(contract.Needs, "enable");
        if (contract.Namespace is not null)
        {
            code.Open($"namespace {contract.Namespace}");
        }

        foreach (var outer in contract.OuterTypes)
        {
            code.Open($"partial {outer.Keyword} {outer.Name}");
        }

        code.Open($"partial interface {contract.Name} : global::RpcWss.IRpcContract<{contract.Type}>");
        var names = new MemberNames(contract);
        EmitStatics(code, contract, names);
        EmitParts(code, contract, names);
        code.Close();

        foreach (var _ in contract.OuterTypes)
        {
            code.Close();
        }

        if (contract.Namespace is not null)
        {
            code.Close();
        }

        return code.ToString();
    }

    private static void EmitStatics(CodeWriter code, ContractModel contract, MemberNames names)
    {
        string self = $"global::RpcWss.IRpcContract<{contract.Type}>";
        code.Line(Names.GeneratedCode);
        code.Line($"static {Names.ContractDescriptor} {self}.__RpcDescriptor => __Rpc.Methods.Contract;");
        code.Blank();
        code.Line(Names.GeneratedCode);
        code.Line($"static {contract.Type} {self}.__RpcCreateProxy({Names.Invoker} invoker, {Names.CallOptions}? options) =>");
        code.Indent();
        code.Line("new __Rpc.Proxy(invoker, options);");
        code.Unindent();
        code.Blank();
        code.Line(Names.GeneratedCode);
        code.Line($"static {Names.ValueTask} {self}.__RpcDispatchAsync({contract.Type} service, int method, {Names.IncomingCall} call) =>");
        code.Indent();
        code.Open("method switch");
        for (int ordinal = 0; ordinal < contract.Methods.Count; ordinal++)
        {
            code.Line($"{ordinal} => __Rpc.Dispatcher.{names[ordinal]}(service, call),");
        }

        code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(method)),");
        code.Close("};");
        code.Unindent();
        code.Blank();
    }

    private static void EmitParts(CodeWriter code, ContractModel contract, MemberNames names)
    {
        code.Line(Names.GeneratedCode);
        code.Open("private static class __Rpc");
        DescriptorEmitter.Emit(code, contract, names);
        code.Blank();
        ProxyEmitter.Emit(code, contract, names);
        code.Blank();
        DispatcherEmitter.Emit(code, contract, names);
        code.Blank();
        ArgumentsEmitter.Emit(code, contract, names);
        code.Close();
    }
}
