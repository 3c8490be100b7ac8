using System.Globalization;

namespace RpcWss.Benchmarks.Node;

/// <summary>The command line of the processes that are started to be measured.</summary>
internal static class NodeProgram
{
    public static async Task<int> RunAsync(string[] arguments, Func<string, Subject> find)
    {
        switch (arguments)
        {
            case ["serve", string subject]:
                await ServerNode.RunAsync(find(subject));
                return 0;
            case ["call", string subject, string port, string root, string connections]:
                await new ClientNode(find(subject), ServerAddress.Parse(port, root), int.Parse(connections, CultureInfo.InvariantCulture)).RunAsync();
                return 0;
            case ["cold", string subject, string port, string root]:
                await ClientNode.RunColdAsync(find(subject), ServerAddress.Parse(port, root));
                return 0;
            default:
                return 2;
        }
    }
}
