using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace RpcWss.Tests.Connections;

/// <summary>Collects what a connection logs.</summary>
internal sealed class LogSink : ILogger
{
    private readonly Channel<(LogLevel Level, string Text)> _entries = Channel.CreateUnbounded<(LogLevel, string)>();

    /// <summary>The next entry; waits for it.</summary>
    public ValueTask<(LogLevel Level, string Text)> NextAsync(CancellationToken cancellationToken) => _entries.Reader.ReadAsync(cancellationToken);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Writer.TryWrite((logLevel, formatter(state, exception)));
}
