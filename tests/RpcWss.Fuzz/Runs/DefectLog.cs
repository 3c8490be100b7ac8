using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RpcWss.Fuzz.Runs;

/// <summary>Looks for exceptions that no service here throws: those that the engine logs as unhandled are its own.</summary>
internal sealed class DefectLog : ILogger
{
    public ConcurrentQueue<string> Defects { get; } = new();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> format)
    {
        if (IsEnabled(level) && error is not (RpcException or OperationCanceledException))
        {
            Defects.Enqueue($"Logged at {level} ({id.Id}): {format(state, error)} {error}");
        }
    }
}
