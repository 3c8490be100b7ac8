using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using RpcWss.Services;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Loads what was compiled, hosts every contract in it and calls every method of each.</summary>
internal static class LoadedAssembly
{
    /// <summary>Gives how many calls were answered.</summary>
    public static async Task<int> CallEverythingAsync(MemoryStream image, params MetadataReference[] references)
    {
        var context = new AssemblyLoadContext("contracts", isCollectible: true);
        try
        {
            image.Position = 0;
            var contracts = RemoteContract.Of(context.LoadFromStream(image));
            var services = new ServiceTable();
            foreach (var contract in contracts)
            {
                contract.HostIn(services);
            }

            await using var peers = await MemoryPeers.OpenAsync(services);
            int calls = 0;
            foreach (var contract in contracts)
            {
                calls += await CallEverythingAsync(contract, contract.ProxyOn(peers.Caller));
            }

            return calls;
        }
        finally
        {
            context.Unload();
        }
    }

    private static async Task<int> CallEverythingAsync(RemoteContract contract, object proxy)
    {
        var methods = contract.RemoteMethods(proxy);
        Assert.Equal(contract.Descriptor.Methods.Count, methods.Count);
        for (int index = 0; index < methods.Count; index++)
        {
            await new RemoteCall(methods[index], index).RunAsync(proxy, contract.Service).WaitAsync(TimeSpan.FromSeconds(30));
        }

        return methods.Count;
    }
}
