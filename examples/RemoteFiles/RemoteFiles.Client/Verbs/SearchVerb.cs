using RemoteFiles.Contracts;

namespace RemoteFiles.Client.Verbs;

/// <summary>Searches, and prints what is found while the search runs.</summary>
internal static class SearchVerb
{
    public static async Task RunAsync(Session session, string text, string directory)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(session.Cancellation);
        session.Sink.Begin(hits =>
        {
            bool isEnough = hits >= session.Arguments.CancelAfter;
            if (isEnough)
            {
                cancellation.Cancel();
            }

            return !isEnough;
        });

        try
        {
            var request = new SearchRequest(directory, text, session.Arguments.IgnoreCase);
            SearchSummary summary = await session.Files.SearchAsync(request, cancellation.Token);
            await session.Sink.PrintedAsync(summary.Hits, cancellation.Token);
            Console.WriteLine($"{summary.Hits} hits in {summary.Files} files, {summary.Skipped} left out");
        }
        finally
        {
            session.Sink.End();
        }
    }
}
