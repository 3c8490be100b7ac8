using System.Globalization;

namespace RemoteFiles.Client.Transfers;

/// <summary>Prints what a transfer has done.</summary>
internal static class TransferSummary
{
    /// <param name="what">Such as <c>downloaded a to b</c>.</param>
    /// <param name="length">How many bytes the file has.</param>
    /// <param name="start">How many of them were there before.</param>
    /// <param name="elapsed">How long the others took.</param>
    /// <param name="sha256">The hash that both ends agree on.</param>
    public static void Print(string what, long length, long start, TimeSpan elapsed, byte[] sha256)
    {
        string resumed = start == 0 ? "" : $"resumed at {start} bytes, ";
        string seconds = elapsed.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);
        string rate = ByteCount.Describe((length - start) / Math.Max(elapsed.TotalSeconds, 0.001));
        Console.WriteLine($"{Printable.Of(what)}: {length} bytes, {resumed}{length - start} bytes transferred in {seconds} s, {rate}/s");
        Console.WriteLine($"sha256 {Convert.ToHexStringLower(sha256)}, the same at both ends");
    }
}
