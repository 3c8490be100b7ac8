using System.Diagnostics;

namespace RpcWss.Benchmarks.Compare;

/// <summary>A process that answers lines with lines.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // Far beyond what any answer takes; it is there for a process that hangs.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts <paramref name="program"/>, or this one again.</summary>
    public static ChildProcess Start(string? program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program ?? Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (program is null && Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>What it has used so far; nothing once it has ended.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;
        }
    }

    public async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(_patience) ?? throw new InvalidOperationException("The process ended without an answer.");

    public async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        return await ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception error) when (error is TimeoutException or IOException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
