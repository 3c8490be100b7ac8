using RemoteFiles.Contracts;

namespace RemoteFiles.Client;

/// <summary>
/// Prints what a search finds while it runs: hits to the output, progress to the error output. Its contract is ordered, so one call at a time comes in. A call that has not
/// returned holds the server back once enough of them have piled up.
/// </summary>
internal sealed class SearchScreen : ISearchSink
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewSignal();
    private TaskCompletionSource _ended = NewSignal();
    private Func<long, bool> _onHit = _ => true;
    private long _hits;

    /// <summary>Starts over.</summary>
    /// <param name="onHit">Told how many hits there are after each; false to take no more before <see cref="End"/>.</param>
    public void Begin(Func<long, bool> onHit)
    {
        lock (_lock)
        {
            _hits = 0;
            _onHit = onHit;
            _ended = NewSignal();
        }
    }

    /// <summary>What comes from now on is not printed.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended.SetResult();
        }
    }

    public async ValueTask FoundAsync(List<SearchHit> hits)
    {
        foreach (SearchHit hit in hits)
        {
            (Task ended, Func<long, bool> onHit) = Current();
            if (ended.IsCompleted)
            {
                return;
            }

            Console.WriteLine($"{Printable.Of(hit.Path)}:{hit.Line}: {Printable.Of(hit.Text)}");
            if (!onHit(Count()))
            {
                await ended;
            }
        }
    }

    public ValueTask ProgressAsync(SearchSummary soFar)
    {
        if (!Current().Ended.IsCompleted)
        {
            Console.Error.WriteLine($"progress: {soFar.Files} files, {soFar.Hits} hits");
        }

        return default;
    }

    /// <summary>Completes when that many hits were printed. The result of a search may overtake them: it is not part of the ordered contract.</summary>
    public async Task PrintedAsync(long hits, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_hits >= hits)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private (Task Ended, Func<long, bool> OnHit) Current()
    {
        lock (_lock)
        {
            return (_ended.Task, _onHit);
        }
    }

    private long Count()
    {
        lock (_lock)
        {
            _changed.SetResult();
            _changed = NewSignal();
            return ++_hits;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
