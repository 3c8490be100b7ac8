namespace Quickstart.Server;

/// <summary>The texts that were handed in, and the words that somebody waits for. Thread-safe: it is one for all calls.</summary>
internal sealed class InTray
{
    private readonly Lock _lock = new();
    private readonly List<string> _texts = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(string text)
    {
        lock (_lock)
        {
            _texts.Add(text);
            _added.SetResult();
            _added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The first sentence with the word, as soon as there is one.</summary>
    public async Task<string> WaitForAsync(string word, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                (string? sentence, Task added) = Find(word);
                if (sentence is not null)
                {
                    return sentence;
                }

                await added.WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            NoteGivenUp();
            throw;
        }
    }

    /// <summary>Completes when somebody next gives up waiting.</summary>
    public Task NextGivenUpAsync()
    {
        lock (_lock)
        {
            return _givenUp.Task;
        }
    }

    private void NoteGivenUp()
    {
        lock (_lock)
        {
            _givenUp.SetResult();
            _givenUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private (string? Sentence, Task Added) Find(string word)
    {
        lock (_lock)
        {
            string? sentence = _texts.SelectMany(Text.SentencesOf).FirstOrDefault(sentence => Text.WordsOf(sentence).Contains(word));
            return (sentence, _added.Task);
        }
    }
}
