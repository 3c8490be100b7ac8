using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Wires;

namespace RpcWss.Fuzz.Floods;

/// <summary>
/// Floods a server and measures what its other clients notice. Three processes: this one is the neighbours, one is the server, and one floods, so that none waits
/// for another's threads; the processors they share.
/// </summary>
internal static class FloodCommand
{
    private const string Serve = "serve", Attack = "attack";
    private const int Rounds = 5;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _measured = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case [Serve]:
                await ServeAsync();
                return 0;
            case [Attack, var address, var flood, var pause]:
                return await AttackAsync(new Uri(address), Flood.Find(flood), TimeSpan.FromMilliseconds(int.Parse(pause, CultureInfo.InvariantCulture)));
            default:
                return await MeasureAsync([.. Flood.All.Where(flood => arguments.Length == 0 || arguments.Contains(flood.Name))]);
        }
    }

    // Serves until its input ends. Each connection that it ends is a line of its output.
    private static async Task ServeAsync()
    {
        await using FloodedServer server = await FloodedServer.StartAsync(Console.WriteLine);
        Console.WriteLine($"{server.Address} {Convert.ToBase64String(LoopbackCertificates.Root.RawData)}");
        await Console.In.ReadToEndAsync();
    }

    // One flood after the other, each on a connection of its own. The first one warms this process up; the others begin when a line of its input says so.
    private static async Task<int> AttackAsync(Uri address, Flood flood, TimeSpan pause)
    {
        await Flooder.RunAsync(address, flood, _patience);
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        long started = Stopwatch.GetTimestamp();
        using PeriodicTimer? beat = pause > TimeSpan.Zero ? new PeriodicTimer(pause) : null;
        int bad = 0;
        do
        {
            FloodEnd end = await Flooder.RunAsync(address, flood, _patience);
            bad += end.HasEnded ? 0 : 1;
            Console.WriteLine(end.ToLine());
            if (beat is not null)
            {
                await beat.WaitForNextTickAsync();
            }
        }
        while (Stopwatch.GetElapsedTime(started) < _measured);

        return bad == 0 ? 0 : 1;
    }

    private static async Task<int> MeasureAsync(Flood[] floods)
    {
        using Process server = Start(Serve);
        string[] parts = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
        var ends = new ConcurrentQueue<string>();
        _ = CollectAsync(server, ends);
        using X509Certificate2 root = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(parts[1]));
        await using Neighbours neighbours = await Neighbours.ConnectAsync(new Uri(parts[0]), root);
        await IdleAsync(neighbours);
        Console.WriteLine("| flood | frames to the end | ms | p99 idle | p99, a flood a second | ratio | p99, one after the other | of them | reason |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        int failed = 0;
        foreach (Flood flood in floods)
        {
            ends.Clear();
            var idle = new List<double>();
            var ratios = new List<double>();
            var apart = new List<FloodSeries>();
            for (int round = 0; round < Rounds; round++)
            {
                // What others do on the computer changes from second to second: each series is compared with the quiet just before it.
                idle.Add(Neighbours.Percentile(await IdleAsync(neighbours), 0.99).TotalMilliseconds);
                apart.Add(await FloodAsync(neighbours, parts[0], flood, TimeSpan.FromSeconds(1)));
                ratios.Add(apart[^1].Percentile99 / idle[^1]);
            }

            FloodSeries endless = await FloodAsync(neighbours, parts[0], flood, TimeSpan.Zero);
            failed += apart.Append(endless).All(series => series.AllEnded) && !ends.IsEmpty ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {flood.Name} | {Middle(apart, series => series.Frames):N0} | {Middle(apart, series => series.Milliseconds):N0} | {Middle(idle, p99 => p99):0.00} ms | {Middle(apart, series => series.Percentile99):0.00} ms | {Middle(ratios, ratio => ratio):0.0} | {endless.Percentile99:0.00} ms | {endless.Count} | {ends.LastOrDefault()} |"));
        }

        server.StandardInput.Close();
        return failed == 0 ? 0 : 1;
    }

    private static async Task<FloodSeries> FloodAsync(Neighbours neighbours, string address, Flood flood, TimeSpan pause)
    {
        using Process attacker = Start(Attack, address, flood.Name, $"{pause.TotalMilliseconds:0}");
        await attacker.StandardOutput.ReadLineAsync();
        using var stop = new CancellationTokenSource();
        Task<TimeSpan[]> calling = neighbours.CallAsync(stop.Token);
        await attacker.StandardInput.WriteLineAsync();
        string[] lines = (await attacker.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await stop.CancelAsync();
        return FloodSeries.Parse(lines, Neighbours.Percentile(await calling, 0.99));
    }

    private static async Task<TimeSpan[]> IdleAsync(Neighbours neighbours)
    {
        using var stop = new CancellationTokenSource(_measured);
        return await neighbours.CallAsync(stop.Token);
    }

    private static double Middle<T>(IEnumerable<T> all, Func<T, double> value)
    {
        double[] values = [.. all.Select(value).Order()];
        return values[values.Length / 2];
    }

    private static async Task CollectAsync(Process server, ConcurrentQueue<string> ends)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            ends.Enqueue(line);
        }
    }

    // Started as "dotnet program.dll" the process is the host, which must be told the program again.
    private static Process Start(params string[] arguments)
    {
        bool isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        IEnumerable<string> program = isHost ? [typeof(FloodCommand).Assembly.Location, "floods"] : ["floods"];
        return Process.Start(new ProcessStartInfo(Environment.ProcessPath!, program.Concat(arguments)) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
