using System.Runtime.Loader;
using RpcWss.Services;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Loads what was compiled, hosts every contract in it and calls every method of each.</summary>
internal static class LoadedAssembly
{
    /// <summary>Gives how many calls were answered. The libraries are what the image refers to, beside what tests have anyway.</summary>
    public static async Task<int> CallEverythingAsync(MemoryStream image, params MemoryStream[] libraries)
    {
        var context = new AssemblyLoadContext("contracts", isCollectible: true);
        try
        {
            foreach (var library in libraries)
            {
                library.Position = 0;
                context.LoadFromStream(library);
            }

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
            if (CancelledCall.CanBe(methods[index]))
            {
                await CancelledCall.RunAsync(methods[index], proxy, contract.Service).WaitAsync(TimeSpan.FromSeconds(30));
            }
        }

        foreach (var method in contract.LocalMethods(proxy))
        {
            // Whatever it calls is answered; it must not be called itself.
            contract.Service.Answer = (called, _) => called == method ? throw new InvalidOperationException($"{method} left the caller.") : RemoteCall.AnswerAnyhow(called);
            await RemoteCall.FinishAnyhowAsync(method, method.Invoke(proxy, RemoteCall.ArgumentsFor(method))!).WaitAsync(TimeSpan.FromSeconds(30));
        }

        return methods.Count;
    }
}
