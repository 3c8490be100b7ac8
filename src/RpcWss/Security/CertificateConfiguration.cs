using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace RpcWss.Security;

/// <summary>Reads where a certificate comes from off a configuration section: files, or one of the system's stores.</summary>
internal static class CertificateConfiguration
{
    private const string Certificate = "Certificate", Key = "Key", Password = "Password", Name = "Name", Store = "Store", Location = "Location";

    private static readonly string[] _settings = [Certificate, Key, Password, Name, Store, Location];

    public static TlsCertificateSource Read(IConfigurationSection section)
    {
        TlsConfiguration.RefuseUnknown(section, _settings);
        bool isFile = !string.IsNullOrEmpty(section[Certificate]);
        bool isStored = !string.IsNullOrEmpty(section[Name]);
        if (isFile == isStored)
        {
            throw new ArgumentException(
                isFile
                    ? $"{section.Path} has {Certificate} and {Name}; leave {Name} out for a file, or {Certificate} for one of the system's stores."
                    : $"{section.Path}:{Certificate} is missing; name a PEM or PKCS#12 file, or in {section.Path}:{Name} whose certificate to take from one of the system's stores.",
                nameof(section));
        }

        return isFile ? File(section) : Stored(section);
    }

    private static TlsCertificateSource File(IConfigurationSection section)
    {
        Refuse(section, [Store, Location], $"is for one of the system's stores, and {Certificate} names a file");
        string path = section[Certificate]!;
        return section[Key] is { } key ? TlsCertificateSource.FromPemFiles(path, key, section[Password]) : TlsCertificateSource.FromPfxFile(path, section[Password]);
    }

    private static TlsCertificateSource Stored(IConfigurationSection section)
    {
        Refuse(section, [Key, Password], $"is for files, and {Name} names a certificate of one of the system's stores, which has its key");
        StoreName store = TlsConfiguration.Enumerated(section, Store, StoreName.My);
        StoreLocation location = TlsConfiguration.Enumerated(section, Location, StoreLocation.CurrentUser);
        return OperatingSystem.IsLinux() && location == StoreLocation.LocalMachine
            ? throw new ArgumentException($"{section.Path}:{Location} is {location}, which holds no private keys on Linux; use {StoreLocation.CurrentUser}, or name files.", nameof(section))
            : TlsCertificateSource.FromStore(section[Name]!, store, location);
    }

    private static void Refuse(IConfigurationSection section, string[] settings, string why)
    {
        if (Array.Find(settings, setting => section[setting] is not null) is { } idle)
        {
            throw new ArgumentException($"{section.Path}:{idle} {why}; leave it out.", nameof(section));
        }
    }
}
