namespace RpcWss.Client.Tests;

/// <summary>What a client connects to is checked before anything is dialled: the platform would take most of this without a word.</summary>
public sealed class ClientUriTests
{
    [Theory]
    [InlineData("wss://orders.example/rpc", "wss://orders.example/rpc", 443)]
    [InlineData("WSS://Orders.Example:8443/rpc?a=1", "wss://orders.example:8443/rpc?a=1", 8443)]
    [InlineData("wss://orders.example./rpc", "wss://orders.example/rpc", 443)]
    [InlineData("wss://[::1]:8443/rpc", "wss://[::1]:8443/rpc", 8443)]
    [InlineData("wss://10.0.0.1", "wss://10.0.0.1/", 443)]
    public void An_address_is_brought_into_the_form_that_is_dialled(string given, string dialled, int port)
    {
        Uri uri = ClientUri.Normalize(new Uri(given), allowUnencryptedLoopback: false);

        Assert.Equal(dialled, uri.AbsoluteUri);
        Assert.Equal(port, uri.Port);
    }

    [Fact]
    public void A_name_in_another_script_is_dialled_in_its_encoded_form()
    {
        Assert.Equal("xn--bcher-kva.example", ClientUri.Normalize(new Uri("wss://bücher.example/"), false).IdnHost);
    }

    [Theory]
    [InlineData("https://orders.example/rpc", "https://orders.example/rpc has the scheme https. Use wss.")]
    [InlineData("wss://orders.example/rpc#top", "wss://orders.example/rpc has a fragment, which a WebSocket address cannot have (RFC 6455 §3). Leave out what follows the #.")]
    [InlineData("ws://orders.example/rpc", "ws://orders.example/rpc is not encrypted. Use wss; for a server on this computer RpcClientOptions.AllowUnencryptedLoopback permits ws.")]
    [InlineData("ws://localhost/rpc", "ws://localhost/rpc is not encrypted. Use wss; for a server on this computer RpcClientOptions.AllowUnencryptedLoopback permits ws.")]
    [InlineData("wss://orders.example/rpc?token=secret#top", "wss://orders.example/rpc has a fragment")]
    public void What_breaks_a_rule_is_refused_without_repeating_the_query(string given, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ClientUri.Normalize(new Uri(given), allowUnencryptedLoopback: false));

        Assert.StartsWith(message, error.Message);
        Assert.DoesNotContain("secret", error.Message);
    }

    [Fact]
    public void User_information_is_refused_and_not_repeated()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ClientUri.Normalize(new Uri("wss://me:secret@orders.example/"), false));

        Assert.StartsWith("The address holds user information, which would end up in logs. Send credentials with RpcClientOptions.Headers.", error.Message);
        Assert.DoesNotContain("secret", error.Message);
    }

    [Fact]
    public void A_relative_address_is_refused()
    {
        Assert.StartsWith(
            "The address is relative.", Assert.Throws<ArgumentException>(() => ClientUri.Normalize(new Uri("/rpc", UriKind.Relative), false)).Message);
    }

    [Theory]
    [InlineData("ws://localhost:5000/rpc")]
    [InlineData("ws://127.0.0.9/rpc")]
    [InlineData("ws://[::1]/rpc")]
    public void Unencrypted_loopback_may_be_opted_into(string given)
    {
        Assert.Equal(given, ClientUri.Normalize(new Uri(given), allowUnencryptedLoopback: true).AbsoluteUri);
    }

    [Theory]
    [InlineData("ws://orders.example/rpc")]
    [InlineData("ws://localhost.orders.example/rpc")]
    [InlineData("ws://10.0.0.1/rpc")]
    public void The_opt_in_covers_loopback_alone(string given)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ClientUri.Normalize(new Uri(given), allowUnencryptedLoopback: true));
        Assert.Contains("AllowUnencryptedLoopback allows that to localhost, 127.0.0.0/8 and ::1 alone", error.Message);
    }

    [Theory]
    [InlineData("Host")]
    [InlineData("sec-websocket-protocol")]
    [InlineData("Upgrade")]
    public async Task A_header_of_the_handshake_cannot_be_set(string name)
    {
        var options = new RpcClientOptions { Headers = { [name] = "x" } };

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => RpcClient.ConnectAsync(new Uri("wss://localhost/"), options, TestContext.Current.CancellationToken));

        Assert.StartsWith($"RpcClientOptions.Headers has {name}, which belongs to the WebSocket handshake. Leave it out.", error.Message);
    }
}
