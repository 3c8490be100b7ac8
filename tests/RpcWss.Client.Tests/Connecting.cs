namespace RpcWss.Client.Tests;

internal static class Connecting
{
    /// <summary>Connects, expects that to fail, and returns how.</summary>
    public static Task<RpcConnectException> FailAsync(Uri uri, RpcClientOptions options) =>
        Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(uri, options, TestContext.Current.CancellationToken));
}
