using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace RpcWss.Security;

/// <summary>Reads a policy from a configuration section, setting by setting: what is unknown or not possible is named, with what it may be.</summary>
internal static class TlsConfiguration
{
    private static readonly string[] _settings =
    [
        "Preset", nameof(TlsPolicy.MinimumVersion), nameof(TlsPolicy.CipherSuites), nameof(TlsPolicy.TrustMode), nameof(TlsPolicy.TrustedRoots), nameof(TlsPolicy.PinnedKeys),
        nameof(TlsPolicy.Revocation), nameof(TlsPolicy.RetrievalTimeout), nameof(TlsPolicy.ServerCertificates), nameof(TlsPolicy.ClientAuthentication), nameof(TlsPolicy.ClientCertificate),
    ];

    public static TlsPolicy Read(IConfigurationSection section)
    {
        RefuseUnknown(section, _settings);
        TlsPolicy preset = section["Preset"] switch
        {
            null => TlsPolicy.Intermediate,
            var name when name.Equals(nameof(TlsPolicy.Modern), StringComparison.OrdinalIgnoreCase) => TlsPolicy.Modern,
            var name when name.Equals(nameof(TlsPolicy.Intermediate), StringComparison.OrdinalIgnoreCase) => TlsPolicy.Intermediate,
            var name => throw Wrong(section, "Preset", name, "Modern or Intermediate"),
        };
        TlsCertificateSource[] own = section.GetSection(nameof(TlsPolicy.ClientCertificate)) is var client && client.Exists() ? [CertificateConfiguration.Read(client)] : [];
        IReadOnlyList<X509Certificate2> roots = Roots(section.GetSection(nameof(TlsPolicy.TrustedRoots)));
        TlsPolicy policy = preset with
        {
            MinimumVersion = Enumerated(section, nameof(TlsPolicy.MinimumVersion), preset.MinimumVersion),
            CipherSuites = [.. Values(section.GetSection(nameof(TlsPolicy.CipherSuites))).Select(value => Parsed<TlsCipherSuite>(section, nameof(TlsPolicy.CipherSuites), value))],
            TrustMode = Enumerated(section, nameof(TlsPolicy.TrustMode), roots.Count > 0 ? TlsTrustMode.OwnRoots : preset.TrustMode),
            TrustedRoots = roots,
            PinnedKeys = [.. Values(section.GetSection(nameof(TlsPolicy.PinnedKeys)))],
            Revocation = Enumerated(section, nameof(TlsPolicy.Revocation), preset.Revocation),
            RetrievalTimeout = Time(section, nameof(TlsPolicy.RetrievalTimeout), preset.RetrievalTimeout),
            ServerCertificates = section.GetSection(nameof(TlsPolicy.ServerCertificates)).GetChildren().ToDictionary(host => host.Key, CertificateConfiguration.Read, StringComparer.OrdinalIgnoreCase),
            ClientAuthentication = Enumerated(section, nameof(TlsPolicy.ClientAuthentication), preset.ClientAuthentication),
            ClientCertificate = own.FirstOrDefault(),
        };
        try
        {
            policy.Validate();
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"{section.Path}: {error.Message}", nameof(section), error);
        }

        return policy;
    }

    private static IReadOnlyList<X509Certificate2> Roots(IConfigurationSection section)
    {
        var roots = new X509Certificate2Collection();
        foreach (string path in Values(section))
        {
            try
            {
                roots.ImportFromPemFile(path);
            }
            catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
            {
                throw new ArgumentException($"{section.Path} names {path}, which cannot be read as PEM certificates: {error.Message}", nameof(section), error);
            }
        }

        return [.. roots];
    }

    // A single value, or a list of them.
    private static IEnumerable<string> Values(IConfigurationSection section) =>
        section.Value is { } single ? [single] : section.GetChildren().Select(static child => child.Value).OfType<string>();

    public static T Enumerated<T>(IConfigurationSection section, string setting, T otherwise) where T : struct, Enum =>
        section[setting] is { } value ? Parsed<T>(section, setting, value) : otherwise;

    private static T Parsed<T>(IConfigurationSection section, string setting, string value) where T : struct, Enum =>
        Enum.TryParse(value, ignoreCase: true, out T parsed) && Enum.IsDefined(parsed) && !char.IsAsciiDigit(value[0])
            ? parsed
            : throw Wrong(section, setting, value, typeof(T) == typeof(SslProtocols) ? "Tls12 or Tls13" : typeof(T) == typeof(TlsCipherSuite) ? "names such as TLS_AES_128_GCM_SHA256" : string.Join(", ", Enum.GetNames<T>()));

    private static TimeSpan Time(IConfigurationSection section, string setting, TimeSpan otherwise) =>
        section[setting] is not { } value ? otherwise
        : TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out TimeSpan time) ? time
        : throw Wrong(section, setting, value, "a time such as 00:00:05");

    public static void RefuseUnknown(IConfigurationSection section, string[] known)
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"{child.Path} is not a setting; there are {string.Join(", ", known)}.", nameof(section));
            }
        }
    }

    private static ArgumentException Wrong(IConfigurationSection section, string setting, string value, string may) =>
        new($"{section.Path}:{setting} is \"{value}\"; it may be {may}.", nameof(section));
}
