using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RpcWss.Conformance.Runner;

/// <summary>Keeps the warnings and errors that one side logs.</summary>
internal sealed class LogSink : ILoggerProvider, ILoggerFactory
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This is where logs end.");

    public void Dispose()
    {
    }

    private sealed class Logger(LogSink sink, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> format)
        {
            if (IsEnabled(level))
            {
                sink._lines.Enqueue(new LogLine(id.Id, $"{level} {category}[{id.Id}]: {format(state, error)} {error}"));
            }
        }
    }
}
