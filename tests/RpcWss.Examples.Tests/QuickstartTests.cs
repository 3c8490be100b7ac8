namespace RpcWss.Examples.Tests;

/// <summary>What the README promises of the quickstart.</summary>
public sealed class QuickstartTests
{
    private static readonly string _program = Repository.Example("Quickstart");

    [Fact]
    public async Task It_runs_and_shows_every_kind_of_call()
    {
        await using RunningProgram quickstart = await RunningProgram.RunAsync(_program, []);

        Assert.Equal("", quickstart.Error);
        Assert.Equal(0, quickstart.ExitCode);
        Assert.Collection(
            quickstart.Lines,
            line => Assert.Matches(@"^server: listens on wss://localhost:\d+/rpc, with a certificate made a moment ago$", line),
            line => Assert.Matches("^client: connected with Tls13, TLS_.*; trusts that certificate and no other$", line),
            line => Assert.Equal("1. Typed calls, client to server", line),
            line => Assert.Contains("AnalyzeAsync: 272 words, 138 different ones, in 10 sentences", line),
            line => Assert.Contains("CountAsync: \"proposition\" occurs once", line),
            line => Assert.Equal("2. A typed call, server to client, within the client's own call", line),
            line => Assert.Contains("server asks the client: which of 25 words say nothing?  client: that the we here", line),
            line => Assert.Contains("FindTopicsAsync: nation 5, dedicated 4, dead 3, great 3, people 3", line),
            line => Assert.Equal("3. A typed call, server to client, from anywhere in the host", line),
            line => Assert.Contains("server asks the client: which of 2 words say nothing?  client: the", line),
            line => Assert.Equal("4. One-way calls, in both directions", line),
            line => Assert.Contains("server tells the client, one-way: waiting for \"proposition\"", line),
            line => Assert.Contains("client hands the text in, one-way", line),
            line => Assert.Contains("WaitForMentionAsync: Four score and seven years ago", line),
            line => Assert.Equal("5. A typed error", line),
            line => Assert.Contains("CountAsync: InvalidArgument, Executed: \"of the people\" is not one word", line),
            line => Assert.Equal("6. A cancellation", line),
            line => Assert.Contains("server tells the client, one-way: waiting for", line),
            line => Assert.Contains("client: Quickstart.Contracts.ITextDesk/WaitForMentionAsync was cancelled.", line),
            line => Assert.Contains("server: the token of the call fired there, too", line),
            line => Assert.Equal("7. A deadline", line),
            line => Assert.Contains("WaitForMentionAsync: DeadlineExceeded: ", line),
            line => Assert.Equal("8. Metadata, both ways", line),
            line => Assert.Contains("came back with its result: read-for = Ada", line),
            line => Assert.Equal("Everything went as expected.", line));
    }

    [Fact]
    public async Task It_reads_the_file_that_it_is_given()
    {
        await using RunningProgram quickstart = await RunningProgram.RunAsync(_program, [Repository.File("examples", "Quickstart", "Program.cs")]);

        Assert.Equal(0, quickstart.ExitCode);
        Assert.DoesNotContain("AnalyzeAsync: 272 words", quickstart.Output);
        Assert.Equal("Everything went as expected.", quickstart.Lines[^1]);
    }

    [Fact]
    public async Task A_text_without_a_word_is_refused_before_anything_starts()
    {
        await using RunningProgram quickstart = await RunningProgram.RunAsync(_program, ["123"]);

        Assert.Equal(2, quickstart.ExitCode);
        Assert.StartsWith("There is not a word in that text.", quickstart.Error);
    }
}
