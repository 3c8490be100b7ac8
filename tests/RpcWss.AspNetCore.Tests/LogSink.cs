using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RpcWss.AspNetCore.Tests;

/// <summary>Keeps what is logged; a host that logged a warning or worse without being asked to fails its test.</summary>
internal sealed class LogSink : ILoggerProvider
{
    private readonly ConcurrentQueue<Entry> _entries = new();
    private readonly List<(int Id, int Count, TaskCompletionSource Reached)> _waiting = [];     // under itself
    private bool _expectsAll;

    public IEnumerable<Entry> Entries => _entries;

    /// <summary>Event ids of warnings and errors that the test expects.</summary>
    public HashSet<int> Expected { get; } = [];

    /// <summary>For a test whose service fails on purpose.</summary>
    public void ExpectAll() => _expectsAll = true;

    public IEnumerable<Entry> Unexpected => _expectsAll ? [] : _entries.Where(entry => entry.Level >= LogLevel.Warning && !Expected.Contains(entry.Id));

    /// <summary>Completes when so many entries with the id are there.</summary>
    public Task WaitForAsync(int id, int count, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            _waiting.Add((id, count, reached));
            Look();
        }

        return reached.Task.WaitAsync(cancellationToken);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private void Add(Entry entry)
    {
        _entries.Enqueue(entry);
        lock (_waiting)
        {
            Look();
        }
    }

    // Under its lock.
    private void Look() => _waiting.RemoveAll(waiting => _entries.Count(entry => entry.Id == waiting.Id) >= waiting.Count && waiting.Reached.TrySetResult());

    internal sealed record Entry(string Category, LogLevel Level, int Id, string Text, Exception? Error)
    {
        public override string ToString() => $"{Level} {Category}[{Id}]: {Text} {Error}";
    }

    private sealed class Logger(LogSink sink, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> format) =>
            sink.Add(new Entry(category, level, id.Id, format(state, error), error));
    }
}
