using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RpcWss.Generators.Tests.EndToEnd;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>Every shape that a contract can have either compiles without a word and works, or gets exactly one error and nothing else.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string> Supported => [.. Corpus.In("Supported").Select(shape => shape.Title)];

    public static TheoryData<string> Rejected => [.. Corpus.In("Rejected").Select(shape => shape.Title)];

    [Theory]
    [MemberData(nameof(Supported))]
    public async Task A_supported_shape_compiles_without_a_warning_and_every_method_can_be_called(string title)
    {
        var compiled = await Compiled.From(Corpus.Find("Supported", title).Source);

        Assert.Empty(compiled.Generator);
        Assert.Empty(compiled.Analyzer);
        Assert.NotEmpty(compiled.Files);
        Assert.Empty(compiled.GeneratedProblems);
        Assert.Empty(compiled.Errors);
        using var image = Compilations.Emit(compiled.Output.AddSyntaxTrees(RecordingService.BaseSource));
        await LoadedAssembly.CallEverythingAsync(image);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public async Task Generated_code_compiles_in_older_versions_of_the_language(LanguageVersion version)
    {
        string[] titles = ["a class with settable members", "every collection", "collections of every namespace", "unions of classes, records and structs", "every leaf type", "nullable annotations everywhere", "default values of every type", "a diamond", "items of every kind", "streams that may be left out", "what becomes of items when the consumer is slow"];
        foreach (string title in titles)
        {
            var compiled = await Compiled.From(Corpus.Find("Supported", title).Source, version);

            Assert.NotEmpty(compiled.Files);
            Assert.Empty(compiled.GeneratedProblems);
        }
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task A_rejected_shape_gets_one_error_on_its_token_and_nothing_is_emitted(string title)
    {
        var shape = Corpus.Find("Rejected", title);

        var compiled = await Compiled.From(shape.Source);

        var error = Assert.Single(compiled.Analyzer);
        Assert.Equal(title[..9], error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Equal(shape.Token.Text, shape.Source.Substring(error.Location.SourceSpan.Start, error.Location.SourceSpan.Length));
        Assert.Equal(shape.Token.Start, error.Location.SourceSpan.Start);
        Assert.Empty(compiled.Files);
        Assert.Empty(compiled.Generator);
        Assert.Empty(compiled.Errors);
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task A_pragma_silences_an_error(string title)
    {
        var shape = Corpus.Find("Rejected", title);

        var compiled = await Compiled.From($"#pragma warning disable {title[..9]}\n{shape.Source}");

        Assert.Empty(compiled.Analyzer);
    }

    [Fact]
    public void The_corpus_is_large_and_its_titles_are_distinct()
    {
        var titles = Corpus.In("Supported").Concat(Corpus.In("Rejected")).Select(shape => shape.Title).ToList();

        Assert.True(titles.Count >= 250, $"{titles.Count} shapes");
        Assert.Equal(titles.Count, titles.Distinct(StringComparer.Ordinal).Count());
    }
}
