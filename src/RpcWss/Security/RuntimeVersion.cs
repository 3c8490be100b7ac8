namespace RpcWss.Security;

/// <summary>Knows runtimes that should not be exposed to peers.</summary>
internal static class RuntimeVersion
{
    private static readonly Version _safe = new(10, 0, 11);

    /// <summary>What is wrong with this runtime; null for nothing.</summary>
    public static string? Warning(Version runtime) => runtime < _safe
        ? $"The .NET runtime {runtime} has a known denial of service in its WebSockets (CVE-2026-62901). Update it to {_safe} or later."
        : null;
}
