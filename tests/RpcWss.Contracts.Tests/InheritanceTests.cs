using NSubstitute;

namespace RpcWss.Contracts.Tests;

[RpcContract]
public partial interface ITop
{
    Task<string> TopAsync(int number);
}

[RpcContract]
public partial interface ILeft : ITop
{
    Task<string> LeftAsync();
}

public interface IStore<T>
{
    ValueTask<T?> GetAsync(int id);

    ValueTask<T?> FirstAsync() => GetAsync(0);
}

[RpcContract]
public partial interface IBottom : ILeft, IStore<string>, IStoreOfNumbers
{
    Task<string> BottomAsync();

    Task<string> TopLaterAsync() => TopAsync(99);
}

public interface IStoreOfNumbers : ITop
{
    [RpcMethod(Name = "PutNumber")]
    Task PutAsync(int number);
}

/// <summary>Contracts that inherit, and the stand-ins that users write for them.</summary>
public sealed class InheritanceTests
{
    [Fact]
    public async Task A_proxy_implements_everything_that_a_diamond_inherits_once()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IBottom>(new Bottom());

        Assert.Equal("top 1", await proxy.TopAsync(1));
        Assert.Equal("RpcWss.Contracts.Tests.IBottom/TopAsync", wire.Method!.FullName);
        Assert.Equal("left", await proxy.LeftAsync());
        Assert.Equal("bottom", await proxy.BottomAsync());
        Assert.Equal("5", await proxy.GetAsync(5));
        await proxy.PutAsync(1);
        Assert.Equal("PutNumber", wire.Method!.Name);
        Assert.Equal(5, Methods<IBottom>().Count);
    }

    [Fact]
    public async Task Default_methods_run_at_the_caller_and_call_what_is_remote()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IBottom>(new Bottom());

        Assert.Equal("top 99", await proxy.TopLaterAsync());
        Assert.Equal("TopAsync", wire.Method!.Name);
        Assert.Equal("0", await ((IStore<string>)proxy).FirstAsync());
        Assert.Equal("GetAsync", wire.Method!.Name);
    }

    [Fact]
    public async Task A_service_of_the_derived_contract_serves_the_base_contract_too()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<ITop>(new Bottom());

        Assert.Equal("top 3", await proxy.TopAsync(3));
        Assert.Equal("RpcWss.Contracts.Tests.ITop/TopAsync", wire.Method!.FullName);
        Assert.Single(Methods<ITop>());
        Assert.Equal(2, Methods<ILeft>().Count);
    }

    [Fact]
    public async Task A_substitute_of_a_contract_sees_the_members_of_the_user_alone()
    {
        var substitute = Substitute.For<IBottom>();
        substitute.TopAsync(Arg.Any<int>()).Returns("mocked");
        var (proxy, _) = LoopbackInvoker.Connect(substitute);

        Assert.Equal("mocked", await proxy.TopAsync(1));
        await substitute.Received(1).TopAsync(1);
    }

    [Fact]
    public async Task Options_make_a_view_of_a_proxy_and_leave_a_stand_in_alone()
    {
        var substitute = Substitute.For<ITop>();
        var (proxy, _) = LoopbackInvoker.Connect<ITop>(new Bottom());

        var view = proxy.With(new RpcCallOptions { FailFast = true });

        Assert.NotSame(proxy, view);
        Assert.Equal("top 4", await view.TopAsync(4));
        Assert.Same(substitute, substitute.With(new RpcCallOptions()));
    }

    [Fact]
    public void A_method_that_does_not_exist_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Dispatch<ITop>(new Bottom(), 1); });
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Dispatch<ITop>(new Bottom(), -1); });
    }

    private static ValueTask Dispatch<T>(T service, int method)
        where T : class, IRpcContract<T> => T.__RpcDispatchAsync(service, method, new IncomingCall(default, null!, new CallStreams(), default));

    private static IReadOnlyList<RpcMethodDescriptor> Methods<T>()
        where T : class, IRpcContract<T> => T.__RpcDescriptor.Methods;

    /// <summary>What a user writes: no member of his own but those of the contract.</summary>
    private sealed class Bottom : IBottom
    {
        public Task<string> TopAsync(int number) => Task.FromResult($"top {number}");

        public Task<string> LeftAsync() => Task.FromResult("left");

        public ValueTask<string?> GetAsync(int id) => new(id.ToString(System.Globalization.CultureInfo.InvariantCulture));

        public Task PutAsync(int number) => Task.CompletedTask;

        public Task<string> BottomAsync() => Task.FromResult("bottom");
    }
}
