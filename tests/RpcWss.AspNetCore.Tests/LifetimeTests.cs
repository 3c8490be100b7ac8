using Microsoft.Extensions.DependencyInjection;
using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests;

/// <summary>How many objects of a service there are, when they are disposed of, and what can be injected into them.</summary>
public sealed class LifetimeTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scoped_service_has_an_object_for_each_call_which_knows_the_call()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<IProbe, Scoped>());
        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);
        IProbe probe = client.GetProxy<IProbe>();

        string peer = Assert.Single(host.Peers.All).Id;
        Assert.Equal($"1 Tests.IProbe/AskAsync {peer}", await probe.AskAsync("", Cancel));
        Assert.Equal($"2 Tests.IProbe/AskAsync {peer}", await probe.AskAsync("", Cancel));
        await Count(host).DisposedAsync(2);
    }

    [Fact]
    public async Task A_scoped_service_that_throws_is_disposed_of()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<IProbe, Scoped>());
        host.Log.ExpectAll();
        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);

        await Assert.ThrowsAsync<RpcException>(() => client.GetProxy<IProbe>().AskAsync("throw", Cancel).AsTask());

        await Count(host).DisposedAsync(1);
    }

    [Fact]
    public async Task A_singleton_has_one_object_for_all_connections()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<IProbe, Counted>(RpcServiceLifetime.Singleton));
        await using RpcClient first = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);
        await using RpcClient second = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);

        Assert.Equal("1", await first.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Equal("1", await second.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Equal(0, Count(host).Disposed);
    }

    [Fact]
    public async Task A_per_connection_service_has_one_object_for_each_connection_which_ends_with_it()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<IProbe, Session>(RpcServiceLifetime.PerConnection));
        await using RpcClient first = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);
        string firstPeer = Assert.Single(host.Peers.All).Id;
        await using RpcClient second = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);

        Assert.Equal($"1 {firstPeer}", await first.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Equal($"1 {firstPeer}", await first.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.StartsWith("2 ", await second.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Equal(0, Count(host).Disposed);

        await first.DisposeAsync();

        await Count(host).DisposedAsync(1);
        Assert.StartsWith("2 ", await second.GetProxy<IProbe>().AskAsync("", Cancel));
    }

    [Fact]
    public void A_contract_is_hosted_once()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().AddRpcWss(rpc => rpc.AddService<IProbe, Counted>().AddService<IProbe, Session>()));

        Assert.Equal("The contract Tests.IProbe is hosted already. Add each contract once, or give one of them another name with [RpcContract(Name = ...)].", error.Message);
    }

    private static Counter Count(TestHost host) => host.Services.GetRequiredService<Counter>();

    private Task<TestHost> StartAsync(Action<RpcWssBuilder> configure) =>
        TestHost.StartAsync(certificates, configure, services => services.AddSingleton<Counter>());

    internal sealed class Counter
    {
        private readonly SemaphoreSlim _disposals = new(0);
        private int _made;
        private int _disposed;

        public int Disposed => Volatile.Read(ref _disposed);

        public int Make() => Interlocked.Increment(ref _made);

        public void Dispose()
        {
            Interlocked.Increment(ref _disposed);
            _disposals.Release();
        }

        /// <summary>Completes when this many have been disposed of.</summary>
        public async Task DisposedAsync(int count)
        {
            for (int i = 0; i < count; i++)
            {
                await _disposals.WaitAsync(Cancel);
            }

            Assert.Equal(count, Disposed);
        }
    }

    internal class Counted(Counter counter) : IProbe, IDisposable
    {
        protected int Number { get; } = counter.Make();

        public virtual ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default) => new($"{Number}");

        public void Dispose() => counter.Dispose();
    }

    internal sealed class Scoped(Counter counter, RpcCallContext context, RpcPeer peer) : Counted(counter)
    {
        public override async ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return text == "throw" ? throw new InvalidOperationException() : $"{Number} {context.Method} {peer.Id}";
        }
    }

    internal sealed class Session(Counter counter, RpcPeer peer) : Counted(counter)
    {
        public override ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default) => new($"{Number} {peer.Id}");
    }
}
