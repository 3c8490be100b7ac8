using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace RpcWss.Client.Tests;

/// <summary>Runs the tests; or, as another process of <see cref="Reaching.EnvironmentProxyTests"/>, connects once: a process reads its environment's proxies once in its life.</summary>
internal static class Program
{
    public const string ConnectMode = "connect";

    public static async Task<int> Main(string[] args)
    {
        if (args is [ConnectMode, var address])
        {
            return await ConnectAsync(new Uri(address));
        }

        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }

    private static async Task<int> ConnectAsync(Uri address)
    {
        try
        {
            await using RpcClient client = await RpcClient.ConnectAsync(address);
            Console.WriteLine("connected");
        }
        catch (RpcConnectException error)
        {
            Console.WriteLine($"{error.Reason}: {error.Message}");
        }

        return 0;
    }
}
