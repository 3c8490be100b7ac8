using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RpcWss.Generators.Compatibility;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.Generators.Tests.Harness;

/// <summary>Makes baselines of sources, and checks sources against them.</summary>
internal static class Baselines
{
    public const string Path = "Shop.rpc.txt";

    /// <summary>What the contracts of a source put on the wire.</summary>
    public static WireSurface Surface(string source) => Surface(Compilations.Create(source));

    public static WireSurface Surface(Compilation compilation)
    {
        var contracts = ContractSearch.All(compilation, TestContext.Current.CancellationToken);
        Assert.NotNull(contracts);
        return ModelSurface.Of(contracts.Select(static contract => (contract.Model!, contract.Data)));
    }

    /// <summary>What the analyzer says of a source that has these files beside it, what is in the code first.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Check(string source, params (string Path, string Text)[] files)
    {
        var compilation = Compilations.Create(source);
        Drivers.Create().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        return await Check(output, files);
    }

    public static async Task<ImmutableArray<Diagnostic>> Check(Compilation compilation, params (string Path, string Text)[] files)
    {
        var options = new AnalyzerOptions([.. files.Select(static file => new File(file.Path, file.Text))]);
        var analysis = compilation.WithAnalyzers([new WireBaselineAnalyzer()], options);
        var found = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(d => d.Location.IsInSource ? 0 : 1).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
