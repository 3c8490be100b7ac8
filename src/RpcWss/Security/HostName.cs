using System.Globalization;
using System.Text;

namespace RpcWss.Security;

/// <summary>Host names as they stand in certificates and in the TLS handshake: international ones in ASCII (RFC 5890 §2.3.2.1). The platform hands them out decoded.</summary>
internal static class HostName
{
    private static readonly IdnMapping _international = new();

    public static string ToAscii(string name)
    {
        if (Ascii.IsValid(name))
        {
            return name;
        }

        try
        {
            return _international.GetAscii(name);
        }
        catch (ArgumentException)
        {
            // A peer may have sent it, and it names nothing.
            return name;
        }
    }
}
