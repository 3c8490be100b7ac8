using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using RpcWss.Contracts.Tests.Loopback;
using RpcWss.Generated;

namespace RpcWss.Generators.Tests.Harness;

/// <summary>One version of the contract <c>IShape</c>, generated, compiled and loaded, with a service that keeps what arrives.</summary>
internal sealed class Version
{
    /// <summary>The way from this assembly, which does not know the contract, to its static members.</summary>
    private const string Bridge = """
        public static class Bridge
        {
            public static object Proxy(RpcWss.Generated.RpcInvoker invoker) => Proxy<IShape>(invoker);
            public static ValueTask Dispatch(object service, int method, RpcWss.Generated.RpcIncomingCall call) => Dispatch((IShape)service, method, call);
            public static RpcContractDescriptor Descriptor => DescriptorOf<IShape>();
            private static object Proxy<T>(RpcWss.Generated.RpcInvoker invoker) where T : class, IRpcContract<T> => T.__RpcCreateProxy(invoker, null);
            private static ValueTask Dispatch<T>(T service, int method, RpcWss.Generated.RpcIncomingCall call) where T : class, IRpcContract<T> => T.__RpcDispatchAsync(service, method, call);
            private static RpcContractDescriptor DescriptorOf<T>() where T : class, IRpcContract<T> => T.__RpcDescriptor;
        }
        """;

    private readonly Type _bridge;
    private readonly object _service;
    private readonly Type _contract;

    private Version(Assembly assembly)
    {
        _bridge = assembly.GetType("Bridge", throwOnError: true)!;
        _contract = assembly.GetType("IShape", throwOnError: true)!;
        _service = Activator.CreateInstance(assembly.GetType("Service", throwOnError: true)!)!;
    }

    /// <summary>The remote methods.</summary>
    public IEnumerable<MethodInfo> Methods => _contract.GetMethods().Where(static method => method is { IsAbstract: true, IsStatic: false });

    private RpcContractDescriptor Descriptor => (RpcContractDescriptor)_bridge.GetProperty("Descriptor")!.GetValue(null)!;

    public static Version Load(string source)
    {
        var compilation = Compilations.Create(source);
        compilation = compilation.AddSyntaxTrees(Compilations.Create(Bridge + Service(compilation)).SyntaxTrees[1].WithFilePath("Bridge.cs"));
        Drivers.Create().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        var emitted = output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return new Version(new AssemblyLoadContext("version", isCollectible: true).LoadFromStream(image));
    }

    /// <summary>
    /// Calls a method of this version on a service of another, with values of a kind. Says what failed or was misread, and whether it was the result; null when all
    /// that the sides have in common arrived.
    /// </summary>
    /// <param name="rewrite">Changes the arguments on their way, as a caller of yet another version would have sent them.</param>
    public async Task<(bool InResult, string Failure)?> CallAsync(
        Version callee, MethodInfo method, ValueRange range, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? rewrite = null)
    {
        var values = new Values(range);
        var arguments = method.GetParameters().Select(values.Of).ToArray();
        object? result = null;
        Dictionary<string, string>? arrived = null;
        SetHandler(callee, (name, given) =>
        {
            var served = callee.Methods.Single(candidate => candidate.Name == name);
            arrived = Leaves.Arguments(served, given);
            return result = values.OfResult(served);
        });
        var invoker = new LoopbackInvoker((ordinal, call) => callee.Dispatch(Descriptor.Methods[ordinal].FullName, call)) { Rewrite = rewrite ?? (static bytes => bytes) };
        var proxy = _bridge.GetMethod("Proxy", [typeof(RpcInvoker)])!.Invoke(null, [invoker]);
        var task = (Task)method.Invoke(proxy, arguments)!;
        var error = await Record.ExceptionAsync(() => task);
        if (arrived is null)
        {
            return (false, error!.ToString());
        }

        if (Leaves.Misread(Leaves.Arguments(method, arguments), arrived) is { } misread)
        {
            return (false, misread);
        }

        if (error is not null)
        {
            return (true, error.ToString());
        }

        return method.ReturnType.IsGenericType && Leaves.Misread(Leaves.Of(result), Leaves.Of(((dynamic)task).Result)) is { } wrong ? (true, wrong) : null;
    }

    private static void SetHandler(Version callee, Func<string, object?[], object?> handler) =>
        callee._service.GetType().GetField("Handler")!.SetValue(callee._service, handler);

    private ValueTask Dispatch(string method, RpcIncomingCall call)
    {
        var found = Descriptor.Methods.FirstOrDefault(candidate => candidate.FullName == method)
            ?? throw new RpcException(RpcStatusCode.Unimplemented, $"There is no method '{method}'.");
        return (ValueTask)_bridge.GetMethod("Dispatch", [typeof(object), typeof(int), typeof(RpcIncomingCall)])!.Invoke(null, [_service, found.Ordinal, call])!;
    }

    /// <summary>A service that hands each call to a delegate.</summary>
    private static string Service(Compilation compilation)
    {
        var code = new StringBuilder("\npublic sealed class Service : IShape\n{\n    public Func<string, object?[], object?> Handler = null!;\n");
        foreach (var method in compilation.GetTypeByMetadataName("IShape")!.GetMembers().OfType<IMethodSymbol>())
        {
            string parameters = string.Join(", ", method.Parameters.Select(parameter => $"{parameter.Type.ToDisplayString()} {parameter.Name}"));
            string call = $"Handler(\"{method.Name}\", new object?[] {{ {string.Join(", ", method.Parameters.Select(static parameter => parameter.Name))} }})";
            string result = ((INamedTypeSymbol)method.ReturnType).TypeArguments is [var type] ? $"return Task.FromResult(({type.ToDisplayString()}){call}!);" : $"{call}; return Task.CompletedTask;";
            code.Append($"    public {method.ReturnType.ToDisplayString()} {method.Name}({parameters}) {{ {result} }}\n");
        }

        return code.Append("}\n").ToString();
    }
}
