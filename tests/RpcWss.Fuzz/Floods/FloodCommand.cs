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
                return await MeasureAsync();
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
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{end.HasEnded} {end.Sent} {end.Elapsed.TotalMilliseconds:0}"));
            if (beat is not null)
            {
                await beat.WaitForNextTickAsync();
            }
        }
        while (Stopwatch.GetElapsedTime(started) < _measured);

        return bad == 0 ? 0 : 1;
    }

    private static async Task<int> MeasureAsync()
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
        foreach (Flood flood in Flood.All)
        {
            TimeSpan idle = Neighbours.Percentile(await IdleAsync(neighbours), 0.99);
            ends.Clear();
            (TimeSpan single, string[][] floods) = await FloodAsync(neighbours, parts[0], flood, TimeSpan.FromSeconds(1));
            (TimeSpan endless, string[][] further) = await FloodAsync(neighbours, parts[0], flood, TimeSpan.Zero);
            failed += Array.TrueForAll([.. floods, .. further], parts => parts[0] == bool.TrueString) && !ends.IsEmpty ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {flood.Name} | {Middle(floods, 1):N0} | {Middle(floods, 2):N0} | {idle.TotalMilliseconds:0.00} ms | {single.TotalMilliseconds:0.00} ms | {single / idle:0.0} | {endless.TotalMilliseconds:0.00} ms | {further.Length} | {ends.LastOrDefault()} |"));
        }

        server.StandardInput.Close();
        return failed == 0 ? 0 : 1;
    }

    /// <summary>What 99 of 100 calls of the neighbours took at most amid floods, and how each flood went.</summary>
    private static async Task<(TimeSpan During, string[][] Floods)> FloodAsync(Neighbours neighbours, string address, Flood flood, TimeSpan pause)
    {
        using Process attacker = Start(Attack, address, flood.Name, $"{pause.TotalMilliseconds:0}");
        await attacker.StandardOutput.ReadLineAsync();
        using var stop = new CancellationTokenSource();
        Task<TimeSpan[]> calling = neighbours.CallAsync(stop.Token);
        await attacker.StandardInput.WriteLineAsync();
        string[] lines = (await attacker.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await stop.CancelAsync();
        return (Neighbours.Percentile(await calling, 0.99), [.. lines.Select(line => line.Split(' '))]);
    }

    private static async Task<TimeSpan[]> IdleAsync(Neighbours neighbours)
    {
        using var stop = new CancellationTokenSource(_measured);
        return await neighbours.CallAsync(stop.Token);
    }

    private static long Middle(string[][] floods, int column)
    {
        long[] values = [.. floods.Select(parts => long.Parse(parts[column], CultureInfo.InvariantCulture)).Order()];
        return values.Length == 0 ? 0 : values[values.Length / 2];
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
