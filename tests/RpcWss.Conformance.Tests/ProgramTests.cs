using RpcWss.Conformance.Runner;
using RpcWss.Testing;

namespace RpcWss.Conformance.Tests;

/// <summary>The program itself, for what takes two processes. After all else: how soon calls end when a process is killed is measured.</summary>
[Collection(nameof(ProgramTests))]
public sealed class ProgramTests
{
    public static TheoryData<string> Killing => [.. CaseCatalog.All.Where(static @case => @case.Group == "Kill").Select(static @case => @case.Name)];

    [Theory]
    [MemberData(nameof(Killing))]
    public Task Cases_that_kill_the_other_process_pass(string name) => AssertPassesAsync(name);

    [Fact]
    public Task A_case_between_two_proper_sides_passes_between_two_processes() => AssertPassesAsync("empty-call");

    private static async Task AssertPassesAsync(string name)
    {
        (int code, string output) = await Tool.RunAsync(
            Tool.Dotnet, [Path.Combine(AppContext.BaseDirectory, "RpcWss.Conformance.dll"), "--case", name], TestContext.Current.CancellationToken);

        Assert.True(code == 0, output);
        Assert.Contains($"ok {name} ", output);
        Assert.EndsWith("1 passed, 0 failed", output.TrimEnd());
    }
}

[CollectionDefinition(nameof(ProgramTests), DisableParallelization = true)]
public sealed class ProgramTestsAlone;
