using RemoteFiles.Contracts;

namespace RemoteFiles.Client.Verbs;

/// <summary>Deletes a file or an empty directory; on the way the server asks back.</summary>
internal static class DeleteVerb
{
    public static async Task<DeleteOutcome> RunAsync(Session session, string path)
    {
        DeleteOutcome outcome = await session.Files.DeleteAsync(path, session.Cancellation);
        Console.WriteLine(outcome == DeleteOutcome.Deleted ? $"deleted {Printable.Of(path)}" : $"kept {Printable.Of(path)}, as you said");
        return outcome;
    }
}
