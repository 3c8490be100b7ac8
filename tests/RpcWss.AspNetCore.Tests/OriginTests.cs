namespace RpcWss.AspNetCore.Tests;

/// <summary>Only browsers send an Origin, and with it the user's cookies: a page of another site must not get a connection.</summary>
public sealed class OriginTests(Certificates certificates)
{
    [Theory]
    [InlineData("Origin: https://evil.example\r\n")]
    [InlineData("Origin: http://localhost\r\n")]
    [InlineData("Origin: https://localhost:444\r\n")]
    [InlineData("Origin: https://localhost.evil.example\r\n")]
    [InlineData("Origin: https://localhost/path\r\n")]
    [InlineData("Origin: null\r\n")]
    [InlineData("Origin: \r\n")]
    [InlineData("Origin: https://localhost https://localhost\r\n")]
    [InlineData("Origin: https://localhost, https://localhost\r\n")]
    [InlineData("Origin: https://localhost\r\nOrigin: https://localhost\r\n")]
    [InlineData("Origin: https://evil.example\r\nCookie: session=1\r\n")]
    public async Task Another_origin_is_refused(string header)
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.AllowedOrigins.Add("https://app.example"));

        RawAnswer answer = await RawPeer.SendAsync(host, $"{RawPeer.Upgrade}{header}\r\n");

        Assert.Equal(403, answer.Status);
        Assert.StartsWith("Pages of this origin may not connect here.", answer.Reason);
    }

    [Theory]
    [InlineData("not an origin")]
    [InlineData("*")]
    [InlineData("https://app.example/path")]
    [InlineData("wss://app.example")]
    [InlineData("https://*.example")]
    public async Task What_is_listed_must_be_an_origin(string listed)
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => TestHost.StartAsync(certificates, rpc => rpc.AllowedOrigins.Add(listed)));

        Assert.StartsWith($"AllowedOrigins has \"{listed}\", which is not an origin.", error.Message);
    }
}
