using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RpcWss.Generators.Tests.Harness;

/// <summary>Makes generator drivers.</summary>
internal static class Drivers
{
    /// <summary>A driver that remembers why each step ran.</summary>
    /// <param name="properties">Build properties that the compiler shows to generators.</param>
    /// <param name="version">The language version of what is generated.</param>
    public static GeneratorDriver Create(Dictionary<string, string>? properties = null, LanguageVersion version = LanguageVersion.CSharp14) =>
        CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            parseOptions: new CSharpParseOptions(version),
            optionsProvider: new Options(properties ?? []),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private sealed class Options(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties.ToImmutableDictionary(p => "build_property." + p.Key, p => p.Value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
