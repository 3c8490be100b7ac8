using System.Reflection;

namespace RpcWss.Architecture.Tests;

/// <summary>Within RpcWss dependencies point inwards: Protocol, then Connections, then Transport and Client. Read off the compiled code.</summary>
public sealed class LayerTests
{
    private static readonly Assembly _engine = typeof(RpcClient).Assembly;

    [Fact]
    public void Protocol_is_bytes_and_rules_without_connections_and_without_IO()
    {
        string[] broken = Violations("RpcWss.Protocol", type =>
            IsIn(type, "RpcWss.Connections", "RpcWss.Transport", "RpcWss.Client", "RpcWss.Security", "RpcWss.Services", "RpcWss.Diagnostics")
            || IsIn(type, "System.Net", "System.IO", "System.Threading", "Microsoft.Extensions")
            || (type.Assembly == _engine && type.Namespace == "RpcWss"));

        Assert.Empty(broken);
    }

    [Fact]
    public void Connections_know_an_abstract_transport_alone()
    {
        string[] broken = Violations("RpcWss.Connections", type =>
            IsIn(type, "RpcWss.Transport", "RpcWss.Client", "RpcWss.Security")
            || IsIn(type, "System.Net")
            || type == typeof(RpcClient) || type == typeof(RpcClientOptions) || type == typeof(TlsPolicy));

        Assert.Empty(broken);
    }

    [Fact]
    public void Transports_know_nothing_of_frames_calls_and_dialling()
    {
        string[] broken = Violations("RpcWss.Transport", type =>
            IsIn(type, "RpcWss.Protocol", "RpcWss.Client", "RpcWss.Security", "RpcWss.Services") || type == typeof(RpcConnection) || type == typeof(RpcClient));

        Assert.Empty(broken);
    }

    [Fact]
    public void The_TLS_policy_at_work_knows_nothing_of_calls()
    {
        string[] broken = Violations("RpcWss.Security", type =>
            IsIn(type, "RpcWss.Protocol", "RpcWss.Connections", "RpcWss.Transport", "RpcWss.Services", "RpcWss.Client"));

        Assert.Empty(broken);
    }

    [Fact]
    public void The_reader_of_dependencies_sees_what_code_uses()
    {
        // Without this a reader that finds nothing would make every test above pass.
        HashSet<Type> found = [.. _engine.GetTypes().Where(type => IsIn(type, "RpcWss.Connections")).SelectMany(TypeDependencies.Of)];

        Assert.Contains(found, type => IsIn(type, "RpcWss.Protocol"));
        Assert.Contains(typeof(RpcConnection), found);
        Assert.Contains(typeof(TimeProvider), found);
        Assert.Contains(_engine.GetTypes().Where(type => IsIn(type, "RpcWss.Transport")).SelectMany(TypeDependencies.Of), type => IsIn(type, "System.Net.WebSockets"));
    }

    private static string[] Violations(string layer, Func<Type, bool> isForbidden)
    {
        Type[] types = [.. _engine.GetTypes().Where(type => IsIn(type, layer))];
        Assert.NotEmpty(types);
        return [.. types.SelectMany(type => TypeDependencies.Of(type).Where(isForbidden).Select(used => $"{type} uses {used}")).Distinct().Order(StringComparer.Ordinal)];
    }

    private static bool IsIn(Type type, params string[] namespaces) => Array.Exists(
        namespaces, name => type.Namespace is { } own && (own == name || own.StartsWith($"{name}.", StringComparison.Ordinal)));
}
