using System.Diagnostics;

namespace RemoteFiles.Client.Transfers;

/// <summary>
/// Shows how far a transfer is: on a terminal a bar that is drawn over and over, elsewhere a line for each tenth. Told by one thread at a time.
/// </summary>
internal sealed class ProgressBar : IProgress<long>
{
    private const int Width = 30;
    private static readonly TimeSpan _redraw = TimeSpan.FromMilliseconds(100);

    private readonly long _total;
    private readonly long _start;
    private readonly TextWriter _writer;
    private readonly bool _isTerminal;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _drawn;
    private long _tenths;
    private long _done;

    /// <param name="total">How many bytes the file has.</param>
    /// <param name="start">How many of them were there before.</param>
    /// <param name="writer">Where to show it.</param>
    /// <param name="isTerminal">Whether that can take back what was written.</param>
    public ProgressBar(long total, long start, TextWriter writer, bool isTerminal)
    {
        _total = total;
        _start = start;
        _done = start;
        _writer = writer;
        _isTerminal = isTerminal;
        _tenths = Tenths;
    }

    /// <summary>How long it has taken.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    private long Tenths => _total == 0 ? 10 : _done * 10 / _total;

    /// <summary>Shows it on the error output, so that the output has what was asked for alone.</summary>
    public static ProgressBar ToConsole(long total, long start) => new(total, start, Console.Error, !Console.IsErrorRedirected);

    /// <param name="value">How many bytes are there.</param>
    public void Report(long value)
    {
        _done = value;
        if (!_isTerminal && Tenths > _tenths)
        {
            _tenths = Tenths;
            _writer.WriteLine($"progress: {Describe()}");
        }

        if (_isTerminal && (Elapsed - _drawn >= _redraw || _done == _total))
        {
            _drawn = Elapsed;
            int filled = _total == 0 ? Width : (int)(_done * Width / _total);
            // What is left of a longer line before is cleared.
            _writer.Write($"\r[{new string('#', filled)}{new string('-', Width - filled)}] {Describe()}\e[K");
        }
    }

    /// <summary>Nothing more comes: what is written next begins a line.</summary>
    public void End()
    {
        if (_isTerminal && _drawn > TimeSpan.Zero)
        {
            _writer.WriteLine();
        }
    }

    private string Describe()
    {
        long percent = _total == 0 ? 100 : _done * 100 / _total;
        double rate = (_done - _start) / Math.Max(Elapsed.TotalSeconds, 0.001);
        return $"{percent} %, {ByteCount.Describe(_done)} of {ByteCount.Describe(_total)}, {ByteCount.Describe(rate)}/s";
    }
}
