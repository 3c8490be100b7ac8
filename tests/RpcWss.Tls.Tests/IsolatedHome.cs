using System.Runtime.CompilerServices;

namespace RpcWss.Tls.Tests;

/// <summary>
/// A home directory of this run's own: in the user's the platform keeps the revocation lists that it fetched and, on Linux, the certificate stores, neither of which is a test's to
/// write to.
/// </summary>
internal static class IsolatedHome
{
    [ModuleInitializer]
    internal static void Move()
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("rpcwss-tls-");
        Environment.SetEnvironmentVariable("HOME", home.FullName);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => home.Delete(recursive: true);
    }
}
