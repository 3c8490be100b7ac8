namespace RpcWss.Tls.Tests.Rows;

/// <summary>Which hosts a certificate is for.</summary>
internal static class HostNames
{
    public static ServerRow[] Rows { get; } =
    [
        Accepted("the name", "shop.example", "shop.example"),
        Accepted("the name among others", "shop.example", "a.example", "b.example", "shop.example"),
        Accepted("the name in capitals", "SHOP.example", "shop.example") with { ServerName = "shop.example" },
        Accepted("the name with a dot behind it", "shop.example.", "shop.example") with { ServerName = "shop.example" },
        Accepted("a wildcard", "a.wild.example", "*.wild.example"),
        Accepted("an international name", "bücher.example", "xn--bcher-kva.example") with { ServerName = "xn--bcher-kva.example" },
        Accepted("an international name under a wildcard", "bücher.wild.example", "*.wild.example") with { ServerName = "xn--bcher-kva.wild.example" },
        Accepted("the address", "127.0.0.1", "127.0.0.1") with { ServerName = null },
        Refused("another name", "shop.example", "other.example, *.wild.example", "other.example", "*.wild.example"),
        Refused("very many other names", "shop.example", "a.example, b.example, c.example, d.example, e.example and 2 more",
            "a.example", "b.example", "c.example", "d.example", "e.example", "f.example", "g.example"),
        Refused("a wildcard, two labels deep", "a.b.wild.example", "*.wild.example", "*.wild.example"),
        Refused("a wildcard, for what is above it", "wild.example", "*.wild.example", "*.wild.example"),
        Refused("a wildcard within a label", "www.wild.example", "w*.wild.example", "w*.wild.example"),
        Refused("a name that only begins like it", "shop.example.org", "shop.example", "shop.example"),
        Refused("a common name alone", "localhost", "no subject alternative name at all (its common name localhost does not count)"),
        Refused("another international name", "xn--bcher-kva.example", "xn--kse-qla.example", "xn--kse-qla.example"),
        Refused("another address", "127.0.0.1", "localhost, 127.0.0.2", "localhost", "127.0.0.2"),
        Refused("a name, for an address", "127.0.0.1", "localhost", "localhost"),
    ];

    private static ServerRow Accepted(string name, string host, params string[] names) =>
        new(name, pki => new(pki.Root.Issue("localhost", names))) { Host = host, ServerName = host };

    private static ServerRow Refused(string name, string host, string has, params string[] names) => new(name, pki => new(pki.Root.Issue("localhost", names)))
    {
        Host = host,
        Reason = RpcConnectFailure.CertificateName,
        Text = $"The certificate that {host} showed is not for that name; it has {has}. "
            + $"Connect by one of its names, or give the server a certificate with {host} as subject alternative name.",
    };
}
