using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>
/// The roots that the system trusts. On Linux the platform parses them all when a process builds its first chain, whatever roots count for that, and it takes
/// longer than everything else in the first connection together. Thread-safe.
/// </summary>
internal static class SystemRoots
{
    private static readonly Lazy<Task> _reading = new(static () => OperatingSystem.IsLinux() ? Task.Run(Read) : Task.CompletedTask);

    /// <summary>
    /// Has them read while there is something else to do; once in a process. Completes, and never fails, when the platform has them: a chain that is built while
    /// they are being read makes the platform read them again.
    /// </summary>
    public static Task ReadAhead() => _reading.Value;

    private static void Read()
    {
        try
        {
            // Read along with the roots, and few: each one is copied here.
            using var intermediates = new X509Store(StoreName.CertificateAuthority, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
            foreach (X509Certificate2 copy in intermediates.Certificates)
            {
                copy.Dispose();
            }
        }
        catch (Exception)
        {
            // Whoever builds a chain meets the same, and can say for what.
        }
    }
}
