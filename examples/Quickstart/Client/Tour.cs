using Quickstart.Contracts;
using Quickstart.Server;
using RpcWss;

namespace Quickstart.Client;

/// <summary>What typed calls look like, one kind after another.</summary>
internal sealed class Tour(ITextDesk desk, Editor editor, TextServer server, string text, Report report)
{
    private string _longestWord = "";

    // Longer than the longest word, so no text that is handed in here mentions it.
    private string AbsentWord => $"{_longestWord}less";

    public async Task RunAsync()
    {
        await CallTheServerAsync();
        await BeCalledBackAsync();
        await CallTheClientAsync();
        await CallOneWayAsync();
        await GetAnErrorAsync();
        await CancelAsync();
        await MeetNoDeadlineAsync();
        await SendMetadataAsync();
    }

    private async Task CallTheServerAsync()
    {
        report.Step("Typed calls, client to server");
        TextReport found = await desk.AnalyzeAsync(text);
        report.Line($"AnalyzeAsync: {found.Words} words, {found.DifferentWords} different ones, in {found.Sentences} sentences; {found.ReadingTime} to read; the longest is \"{found.LongestWord}\"");
        report.Expect(found.Words >= found.DifferentWords, "there are at least as many words as different ones");

        _longestWord = found.LongestWord;
        int count = await desk.CountAsync(text, _longestWord);
        report.Line($"CountAsync: \"{_longestWord}\" occurs {(count == 1 ? "once" : $"{count} times")}");
        report.Expect(count > 0, "the longest word occurs");
    }

    private async Task BeCalledBackAsync()
    {
        report.Step("A typed call, server to client, within the client's own call");
        List<WordCount> topics = await desk.FindTopicsAsync(text, 5);
        report.Line($"FindTopicsAsync: {string.Join(", ", topics.Select(topic => $"{topic.Word} {topic.Count}"))}");
        report.Expect(topics.TrueForAll(topic => topic.Word is not ("the" or "and")), "the words that the client struck out are gone");
    }

    private async Task CallTheClientAsync()
    {
        report.Step("A typed call, server to client, from anywhere in the host");
        IEditor connected = server.Peers.All.Single().GetProxy<IEditor>();
        List<string> struckOut = await connected.StrikeOutAsync(["the", "people"]);
        report.Expect(struckOut is ["the"], "the client struck out \"the\" alone");
    }

    private async Task CallOneWayAsync()
    {
        report.Step("One-way calls, in both directions");
        ValueTask<string> mention = desk.WaitForMentionAsync(_longestWord);
        report.Line($"server tells the client, one-way: {await editor.NextAsync()}");
        await desk.HandInAsync(text);
        report.Line("client hands the text in, one-way: sent, and nothing comes back");
        report.Line($"WaitForMentionAsync: {Report.Short(await mention)}");
    }

    private async Task GetAnErrorAsync()
    {
        report.Step("A typed error");
        RpcException error = await report.FailsAsync<RpcException>(async () => await desk.CountAsync(text, "of the people"));
        report.Line($"CountAsync: {error.StatusCode}, {error.Execution}: {error.Message}");
        report.Expect(error is { StatusCode: RpcStatusCode.InvalidArgument, Execution: RpcExecution.Executed }, "the service refused the argument");
    }

    private async Task CancelAsync()
    {
        report.Step("A cancellation");
        Task givenUp = server.Tray.NextGivenUpAsync();
        using var cancellation = new CancellationTokenSource();
        ValueTask<string> mention = desk.WaitForMentionAsync(AbsentWord, cancellation.Token);
        report.Line($"server tells the client, one-way: {await editor.NextAsync()}");
        await cancellation.CancelAsync();
        OperationCanceledException error = await report.FailsAsync<OperationCanceledException>(async () => await mention);
        report.Line($"client: {error.Message}");
        await givenUp;
        report.Line("server: the token of the call fired there, too; it waits no longer");
    }

    private async Task MeetNoDeadlineAsync()
    {
        report.Step("A deadline");
        ITextDesk hasty = desk.With(new RpcCallOptions { Deadline = TimeSpan.FromMilliseconds(100) });
        RpcException error = await report.FailsAsync<RpcException>(async () => await hasty.WaitForMentionAsync(AbsentWord));
        report.Line($"WaitForMentionAsync: {error.StatusCode}: {error.Message}");
        report.Expect(error.StatusCode == RpcStatusCode.DeadlineExceeded, "the deadline ended the call");
    }

    private async Task SendMetadataAsync()
    {
        report.Step("Metadata, both ways");
        var response = new RpcResponseMetadata();
        var options = new RpcCallOptions { Metadata = new RpcMetadata(), Response = response };
        options.Metadata.Add("reader", "Ada");
        await desk.With(options).AnalyzeAsync(text);
        string? readFor = response.Trailers?.GetText("read-for");
        report.Line($"sent with the call: reader = Ada; came back with its result: read-for = {readFor}");
        report.Expect(readFor == "Ada", "the server read it for Ada");
    }
}
