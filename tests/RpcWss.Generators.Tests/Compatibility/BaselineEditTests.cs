using RpcWss.Generators.Compatibility;

namespace RpcWss.Generators.Tests.Compatibility;

/// <summary>A baseline is a file of its user's: an edit touches the lines that it is about.</summary>
public sealed class BaselineEditTests
{
    private const string Text = "# Ours.\n\ncontract A\n# The first one.\nmethod A/M () -> void\nnonsense\n\n# Theirs.\ndata D array\n";

    [Fact]
    public void Lines_go_where_they_belong_and_comments_stay_with_what_is_below_them()
    {
        Assert.Equal(
            "# Ours.\n\ncontract A\nmethod A/L () -> void\n# The first one.\nmethod A/M () -> void\nmethod A/N () -> void\nnonsense\n\n# Theirs.\ndata D array\ndata D[0] X: int32\n",
            BaselineEdit.Apply(Text, [], ["data D[0] X: int32", "method A/N () -> void", "method A/L () -> void"]));
    }

    [Fact]
    public void A_line_takes_the_place_of_the_one_about_the_same_however_that_is_written()
    {
        Assert.Equal(
            Text.Replace("method A/M () -> void", "method A/M () -> int32", StringComparison.Ordinal),
            BaselineEdit.Apply(Text.Replace("method A/M", "   method A/M", StringComparison.Ordinal), ["method A/M () -> void"], ["method A/M () -> int32"]));
    }

    [Fact]
    public void A_line_that_is_not_understood_is_taken_out_by_its_text()
    {
        Assert.DoesNotContain("nonsense", BaselineEdit.Apply(Text, ["nonsense"], []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("  ")]
    public void An_empty_file_gets_a_line_that_says_what_it_is(string text)
    {
        Assert.Equal($"{BaselineEdit.Header}\ncontract A\n", BaselineEdit.Apply(text, [], ["contract A"]));
    }

    [Fact]
    public void Ends_of_lines_stay_those_of_the_file()
    {
        Assert.Equal("contract A\r\ncontract B\r\n", BaselineEdit.Apply("contract A\r\n", [], ["contract B"]));
    }
}
