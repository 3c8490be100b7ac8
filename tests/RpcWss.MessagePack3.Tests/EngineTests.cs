using System.Reflection;
using RpcWss.Contracts.Tests.Data;
using RpcWss.Generators.Tests.EndToEnd;
using RpcWss.Services;

namespace RpcWss.MessagePack3.Tests;

/// <summary>The engine carries calls of every kind with the newer MessagePack.</summary>
public sealed class EngineTests
{
    [Fact]
    public void The_newer_MessagePack_is_loaded_and_the_older_is_what_RpcWss_was_compiled_against()
    {
        Assert.Equal(3, typeof(MessagePackSerializer).Assembly.GetName().Version!.Major);
        foreach (var assembly in new[] { typeof(RpcContractDescriptor).Assembly, typeof(RpcConnection).Assembly })
        {
            Assert.All(assembly.GetReferencedAssemblies().Where(static name => name.Name == "MessagePack"), static name => Assert.Equal(2, name.Version!.Major));
        }

        Assert.Contains(typeof(RpcContractDescriptor).Assembly.GetReferencedAssemblies(), static name => name.Name == "MessagePack");
    }

    [Fact]
    public async Task Data_cross_a_connection()
    {
        var services = new ServiceTable();
        services.Add(new InstanceBinding<IObjects>(new Objects(), flowsCallState: false));
        services.Add(new InstanceBinding<IMaps>(new Maps(), flowsCallState: false));
        services.Add(new InstanceBinding<ICollections>(new Collections(), flowsCallState: false));
        await using var peers = await MemoryPeers.OpenAsync(services);

        var settable = await peers.Caller.GetProxy<IObjects>().Settable(new() { Id = 3, Name = "x", Children = [new() { Id = 4 }] });
        var mapped = await peers.Caller.GetProxy<IMaps>().Mapped(new() { Id = 3, Name = "y" });
        int[]? array = await peers.Caller.GetProxy<ICollections>().Array([.. Enumerable.Range(0, 200_000)]);

        Assert.Equal((3, "x", 4), (settable!.Id, settable.Name, settable.Children![0]!.Id));
        Assert.Equal((3, "y"), (mapped!.Id, mapped.Name));
        Assert.Equal(Enumerable.Range(0, 200_000), array!);
    }
}
