using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using RpcWss.Testing;

namespace RpcWss.Benchmarks.Micro;

/// <summary>The parts of the hot path, each by itself.</summary>
internal static class MicroRun
{
    /// <param name="arguments">Patterns of benchmarks, such as <c>*Frame*</c>, or BenchmarkDotNet's own options; none for all.</param>
    public static int Run(string[] arguments)
    {
        // In this process: it is built already, and what is measured needs no other runtime beside it.
        IConfig config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(Tool.Repository, "artifacts", "benchmarks", "micro"));
        string[] options = arguments is [] ? ["--filter", "*"] : arguments[0].StartsWith('-') ? arguments : ["--filter", .. arguments];
        return BenchmarkSwitcher.FromAssembly(typeof(MicroRun).Assembly).Run(options, config).Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
    }
}
