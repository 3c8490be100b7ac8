using System.Diagnostics;
using Microsoft.CodeAnalysis;
using RpcWss.Generators.Benchmarks;

// What the generator costs in a build (cold: a new driver) and while somebody types (a keystroke: the same driver, one file changed).
const int Rounds = 30;

Console.WriteLine("| methods | generated lines | cold, ms (median, worst) | compile alone, ms | key in a contract, ms | key elsewhere, ms | allocated: cold, contract, elsewhere, KiB |");
Console.WriteLine("|---|---|---|---|---|---|---|");
var stopwatch = Stopwatch.StartNew();
SampleProject.Driver().RunGenerators(new SampleProject(10).Compilation);
double first = stopwatch.Elapsed.TotalMilliseconds;

foreach (int methods in (int[])[10, 100, 1_000])
{
    var project = new SampleProject(methods);
    GeneratorDriver warm = SampleProject.Driver().RunGenerators(project.Compilation);
    int lines = warm.GetRunResult().GeneratedTrees.Sum(static tree => tree.GetText().Lines.Count);

    // Each measures a compilation that nothing has asked anything yet, as the compiler and an editor hand it over.
    var cold = Measure(round => project.Edited(SampleProject.UnrelatedFile, round + 1), static compilation => SampleProject.Driver().RunGenerators(compilation));
    var compile = Measure(round => project.Edited(SampleProject.UnrelatedFile, round + 1), static compilation => compilation.GetDiagnostics());
    var contract = Measure(round => project.Edited(SampleProject.ContractFile(0), round + 1), compilation => warm = warm.RunGenerators(compilation));
    var elsewhere = Measure(round => project.Edited(SampleProject.UnrelatedFile, round + 1), compilation => warm = warm.RunGenerators(compilation));
    Console.WriteLine(
        $"| {methods:N0} | {lines:N0} | {cold.Median:F1}, {cold.Worst:F1} | {compile.Median:F1} | {contract.Median:F2} | {elsewhere.Median:F2} | "
        + $"{cold.Allocated / 1024:N0}, {contract.Allocated / 1024:N0}, {elsewhere.Allocated / 1024:N0} |");
}

Console.WriteLine($"The very first run of a process, with everything to be jitted: {first:F0} ms.");

static (double Median, double Worst, long Allocated) Measure(Func<int, Compilation> prepare, Action<Compilation> run)
{
    var times = new List<double>();
    var allocated = new List<long>();
    for (int round = -3; round < Rounds; round++)
    {
        Compilation compilation = prepare(round + 1_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long started = Stopwatch.GetTimestamp();
        run(compilation);
        if (round >= 0)
        {
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            allocated.Add(GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    times.Sort();
    allocated.Sort();
    return (times[times.Count / 2], times[^1], allocated[allocated.Count / 2]);
}
