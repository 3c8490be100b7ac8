using RemoteFiles.Contracts;

namespace RemoteFiles.Server;

/// <summary>One search: reads file after file, and tells the caller what it finds.</summary>
internal sealed class TextSearch(SearchRequest request, ISearchSink sink)
{
    private const int HitsPerCall = 32;
    private const int FilesPerReport = 250;
    private const int MaxText = 200;

    private readonly FileWalk _walk = new();
    private readonly StringComparison _comparison = request.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    private List<SearchHit> _hits = [];
    private SearchSummary _done;

    /// <summary>What was done so far.</summary>
    public SearchSummary Done => _done with { Skipped = _done.Skipped + _walk.Unreadable };

    /// <param name="directory">The full path of the directory to search.</param>
    /// <param name="relative">What the caller calls it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async ValueTask<SearchSummary> RunAsync(string directory, string relative, CancellationToken cancellationToken)
    {
        foreach ((string full, string name) in _walk.FilesOf(directory, relative))
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool wasRead = await TrySearchFileAsync(full, name, cancellationToken);
            _done = wasRead ? _done with { Files = _done.Files + 1 } : _done with { Skipped = _done.Skipped + 1 };
            if ((_done.Files + _done.Skipped) % FilesPerReport == 0)
            {
                await SendHitsAsync();
                await sink.ProgressAsync(Done);
            }
        }

        await SendHitsAsync();
        return Done;
    }

    private async ValueTask<bool> TrySearchFileAsync(string full, string name, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream? content = FileContent.Open(full);
            return content is null || await SearchAsync(content, name, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async ValueTask<bool> SearchAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        using var lines = new TextLines(content);
        while (await lines.MoveNextAsync(cancellationToken))
        {
            if (lines.Current.Span.Contains(request.Text, _comparison))
            {
                await AddAsync(new SearchHit(name, lines.Number, Cut(lines.Current.Span)));
            }
        }

        return !lines.IsBinary;
    }

    private async ValueTask AddAsync(SearchHit hit)
    {
        _hits.Add(hit);
        _done = _done with { Hits = _done.Hits + 1 };
        if (_hits.Count == HitsPerCall)
        {
            await SendHitsAsync();
        }
    }

    // Waits when the caller is far behind, and so the search never gathers more than that.
    private async ValueTask SendHitsAsync()
    {
        if (_hits.Count > 0)
        {
            List<SearchHit> hits = _hits;
            _hits = [];
            await sink.FoundAsync(hits);
        }
    }

    private static string Cut(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length <= MaxText ? line.ToString() : $"{line[..(MaxText - 3)]}...";
    }
}
