using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RpcWss.Aot.Tests;

/// <summary>Both ends compiled ahead of time, each a process, over TLS: every kind of call and stream, with data.</summary>
public sealed partial class NativeAotTests
{
    [Fact]
    public async Task Client_and_server_compile_without_a_warning_and_make_every_kind_of_call()
    {
        using NativeProgram program = await NativeProgram.PublishAsync("RpcWss.Aot");
        Assert.DoesNotMatch(TrimWarning(), program.Log);

        using Process server = program.Start("server");
        string[] address = (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ');
        var (failed, output) = await program.RunAsync(["client", .. address]);
        server.StandardInput.Close();
        string memory = await server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper!.WriteLine($"{output}{memory}binary: {program.Mebibytes:0.0} MiB with both ends and ASP.NET Core");
        Assert.True(failed == 0, output);
        Assert.Equal(15, output.Split('\n').Count(static line => line.StartsWith("ok ", StringComparison.Ordinal)));
        Assert.Equal(0, server.ExitCode);
    }

    [GeneratedRegex(@"warning (IL|CS|RPCWSS)\d+")]
    private static partial Regex TrimWarning();
}
