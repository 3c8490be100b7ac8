using RpcWss.Security;

namespace RpcWss.Client.Tests;

public sealed class RuntimeVersionTests
{
    [Theory]
    [InlineData("10.0.0")]
    [InlineData("10.0.10")]
    public void A_runtime_with_a_known_hole_is_named(string version)
    {
        Assert.Equal(
            $"The .NET runtime {version} has a known denial of service in its WebSockets (CVE-2026-62901). Update it to 10.0.11 or later.",
            RuntimeVersion.Warning(Version.Parse(version)));
    }

    [Theory]
    [InlineData("10.0.11")]
    [InlineData("10.1.0")]
    [InlineData("11.0.0")]
    public void A_later_one_is_not(string version)
    {
        Assert.Null(RuntimeVersion.Warning(Version.Parse(version)));
    }
}
