using System.Diagnostics;
using System.Text;

namespace RpcWss.Examples.Tests;

/// <summary>A program in a process of its own. What it prints is kept; waiting goes by what it prints and by its end, never by the clock.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    // Far beyond what anything here takes; it is there for a program that hangs.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Task _ended;
    private TaskCompletionSource _printed = NewSignal();

    private RunningProgram(Process process)
    {
        _process = process;
        _ended = Task.WhenAll(ReadAsync(process.StandardOutput, _output), ReadAsync(process.StandardError, _error), process.WaitForExitAsync());
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>What it has printed so far.</summary>
    public string Output => TextOf(_output);

    /// <summary>What it has printed to the error output so far.</summary>
    public string Error => TextOf(_error);

    public string[] Lines => Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Starts a built program.</summary>
    public static RunningProgram Start(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Runs a program to its end. Its input is at its end from the start.</summary>
    public static async Task<RunningProgram> RunAsync(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        RunningProgram running = Start(program, arguments, environment);
        running._process.StandardInput.Close();
        await running.EndAsync();
        return running;
    }

    /// <summary>Types a line.</summary>
    public Task TypeAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>The first line of the output that begins like this, once it was printed as a whole.</summary>
    public async Task<string> LineAsync(string beginning)
    {
        await WaitForAsync(() => FindLine(Output, beginning) is not null, beginning);
        return FindLine(Output, beginning)!;
    }

    /// <summary>Completes when this was printed, be it in the middle of a line.</summary>
    public Task PrintedAsync(string text) => WaitForAsync(() => Output.Contains(text, StringComparison.Ordinal), text);

    /// <summary>Completes when this was printed to the error output.</summary>
    public Task ErrorPrintedAsync(string text) => WaitForAsync(() => Error.Contains(text, StringComparison.Ordinal), text);

    /// <summary>Asks the program to end, as the system does when it shuts down.</summary>
    public async Task TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends the program in the middle of whatever it does, without a word to it.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return EndAsync();
    }

    public Task EndAsync() => _ended.WaitAsync(_patience, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _ended.WaitAsync(_patience, CancellationToken.None);
        _process.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string TextOf(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private static string? FindLine(string output, string beginning) =>
        Array.Find(output.Split('\n')[..^1], line => line.StartsWith(beginning, StringComparison.Ordinal));

    private async Task WaitForAsync(Func<bool> isThere, string what)
    {
        while (true)
        {
            Task printed = Printed();
            bool hasEnded = _ended.IsCompleted;
            if (isThere())
            {
                return;
            }

            Assert.False(hasEnded, $"The program ended and never printed \"{what}\". It printed:\n{Output}\n{Error}");
            await Task.WhenAny(printed, _ended).WaitAsync(_patience, TestContext.Current.CancellationToken);
        }
    }

    private Task Printed()
    {
        lock (_output)
        {
            return _printed.Task;
        }
    }

    private async Task ReadAsync(StreamReader source, StringBuilder target)
    {
        var buffer = new char[4096];
        while (await source.ReadAsync(buffer) is > 0 and int count)
        {
            lock (target)
            {
                target.Append(buffer, 0, count);
            }

            lock (_output)
            {
                _printed.SetResult();
                _printed = NewSignal();
            }
        }
    }
}
