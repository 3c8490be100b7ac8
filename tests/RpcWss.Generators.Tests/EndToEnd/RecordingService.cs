using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>
/// Implements any contract, at run time: what is called goes to <see cref="Answer"/>. Its base class is compiled with the contracts, since a
/// proxy lives in its base's assembly, and only one that can be unloaded may refer to others that can.
/// </summary>
internal sealed class RecordingService
{
    // The proxy's assembly is named after the context that the contracts are loaded into; contracts may be internal, or have methods that are.
    private const string Base = """
        [assembly: global::System.Runtime.CompilerServices.InternalsVisibleTo("DispatchProxyTypes.contracts")]

        namespace RecordedByTests
        {
            public class Service : global::System.Reflection.DispatchProxy
            {
                public global::System.Func<global::System.Reflection.MethodInfo, object?[], object?>? Answer;

                protected override object? Invoke(global::System.Reflection.MethodInfo? method, object?[]? arguments) => Answer!(method!, arguments ?? new object?[0]);
            }
        }
        """;

    private readonly FieldInfo _answer;

    public RecordingService(Type contract)
    {
        var service = contract.Assembly.GetType("RecordedByTests.Service", throwOnError: true)!;
        _answer = service.GetField("Answer")!;
        Implementation = DispatchProxy.Create(contract, service);
    }

    /// <summary>What a compilation of contracts must have for this.</summary>
    public static SyntaxTree BaseSource { get; } =
        CSharpSyntaxTree.ParseText("#nullable enable\n" + Base, new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose), "Service.cs");

    public object Implementation { get; }

    /// <summary>Gets the interface's method and its arguments; gives what the method returns.</summary>
    public Func<MethodInfo, object?[], object?> Answer
    {
        set => _answer.SetValue(Implementation, value);
    }
}
