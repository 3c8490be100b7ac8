using RpcWss.Generators.Tests.EndToEnd;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>What is generated for a shape does not compile alone: calls go out, arrive as they were made, and come back with the answer.</summary>
public sealed class EndToEndTests
{
    public static TheoryData<string> Supported => ShapeTests.Supported;

    [Theory]
    [MemberData(nameof(Supported))]
    public async Task Every_method_of_a_supported_shape_can_be_called(string title)
    {
        var compiled = await Compiled.From(Corpus.Find("Supported", title).Source);
        using var image = new MemoryStream();
        var emitted = compiled.Output.AddSyntaxTrees(RecordingService.BaseSource).Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));

        await LoadedAssembly.CallEverythingAsync(image);
    }
}
