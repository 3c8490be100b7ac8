using RpcWss;

namespace RemoteFiles.Client;

/// <summary>Shows why a call failed, and whether it ran.</summary>
internal static class Failure
{
    public static void Print(RpcException error) => Console.Error.WriteLine($"{error.StatusCode} ({error.Execution}): {Printable.Of(error.Message)}");
}
