using RemoteFiles.Contracts;

namespace RemoteFiles.Client.Verbs;

/// <summary>Prints what is known of one file or directory.</summary>
internal static class DetailsVerb
{
    public static async Task RunAsync(Session session, string path)
    {
        FileDetails details = await session.Files.GetDetailsAsync(path, session.Cancellation);
        Console.WriteLine($"path      {Printable.Of(details.Path)}");
        Console.WriteLine($"kind      {details.Kind}");
        Console.WriteLine($"length    {details.Length:N0} bytes");
        Console.WriteLine($"created   {details.Created:yyyy-MM-dd HH:mm:ss}");
        Console.WriteLine($"modified  {details.Modified:yyyy-MM-dd HH:mm:ss}");
        Console.WriteLine($"mode      {details.Mode ?? "not known"}");
    }
}
