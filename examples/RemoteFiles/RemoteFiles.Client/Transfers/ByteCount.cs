using System.Globalization;

namespace RemoteFiles.Client.Transfers;

/// <summary>Writes numbers of bytes for people.</summary>
internal static class ByteCount
{
    private static readonly string[] _units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>Such as <c>52.4 MB</c>; the same in every language, for programs that read it.</summary>
    public static string Describe(double bytes)
    {
        int unit = 0;
        while (bytes >= 999.95 && unit < _units.Length - 1)
        {
            bytes /= 1000;
            unit++;
        }

        return unit == 0 ? string.Create(CultureInfo.InvariantCulture, $"{bytes:F0} B") : string.Create(CultureInfo.InvariantCulture, $"{bytes:F1} {_units[unit]}");
    }
}
