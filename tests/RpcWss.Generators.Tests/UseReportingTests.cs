using Microsoft.CodeAnalysis;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>When an interface that stands for a contract is reported to be none, and when somebody else has said what is wrong.</summary>
public sealed class UseReportingTests
{
    private const string User = "public class User { public object Get(RpcPeer peer) => peer.GetProxy<IShape>(); }";

    [Fact]
    public async Task The_message_says_who_asks_for_a_contract_and_what_to_write()
    {
        var compiled = await Compiled.From($"public interface IShape {{ Task M(); }} {User}");

        var error = Assert.Single(compiled.Analyzer);
        Assert.Equal(
            "'IShape' is used as a contract by 'GetProxy' and is none, so that there is no proxy and no dispatcher for it; write '[RpcContract]' and 'partial interface IShape'",
            error.GetMessage(null));
        Assert.Equal("CS0311", Assert.Single(compiled.Problems, problem => problem.Severity == DiagnosticSeverity.Error).Id);
    }

    [Fact]
    public async Task A_marked_contract_is_used_without_a_word()
    {
        var compiled = await Compiled.From($"[RpcContract] public partial interface IShape {{ Task M(); }} {User}");

        Assert.Empty(compiled.Analyzer);
        Assert.Empty(compiled.Errors);
    }

    [Fact]
    public async Task A_contract_that_is_wrong_is_explained_where_it_is_declared_and_nowhere_else()
    {
        var compiled = await Compiled.From($"[RpcContract] public partial interface IShape {{ int M(); }} {User}");

        Assert.Equal("RPCWSS011", Assert.Single(compiled.Analyzer).Id);
    }

    [Fact]
    public async Task To_inherit_a_contract_does_not_make_one()
    {
        var compiled = await Compiled.From($"[RpcContract] public partial interface IBase {{ Task M(); }} public interface IShape : IBase {{ Task N(); }} {User}");

        Assert.Equal("RPCWSS050", Assert.Single(compiled.Analyzer).Id);
    }

    [Fact]
    public async Task A_type_parameter_that_is_passed_on_is_no_interface_without_a_mark()
    {
        var compiled = await Compiled.From("public class User { public T Get<T>(RpcPeer peer) where T : class, IRpcContract<T> => peer.GetProxy<T>(); }");

        Assert.Empty(compiled.Analyzer);
        Assert.Empty(compiled.Errors);
    }
}
