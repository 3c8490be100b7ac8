using System.Globalization;
using RpcWss.Fuzz.Hostile;
using RpcWss.Fuzz.Runs;
using RpcWss.Fuzz.Traffic;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Tests;

/// <summary>The fuzzing program at a small count. RPCWSS_FUZZ_SEED repeats a run; its messages are then the same, though not what the threads make of them.</summary>
public sealed class FuzzRunTests(ITestOutputHelper output)
{
    private const int Frames = 100_000;

    private static readonly string _corpus = Path.Combine(AppContext.BaseDirectory, "Corpus");

    [Fact]
    public async Task The_engine_bears_hostile_frames()
    {
        int seed = Environment.GetEnvironmentVariable("RPCWSS_FUZZ_SEED") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"seed {seed}, {Frames} frames");
        var log = new StringWriter();
        var run = new FuzzRun(Frames, seed, new SeedTraffic(Conversation.ReadDirectory(_corpus)), log);

        await run.RunAsync();

        output.WriteLine(log.ToString());
        Assert.True(run.Defect is null, $"Seed {run.Defect?.Seed}: {run.Defect?.Error}\n{run.Defect?.Sent?.ToText()}");
        Assert.True(run.Tally.Frames >= Frames);

        // Or the frames would be testing less than they seem to.
        Assert.True(run.Tally.Answered > Frames / 100, $"Only {run.Tally.Answered} calls were answered.");
        Assert.True(run.Tally.Called > 100, $"Only {run.Tally.Called} calls were made.");
        Assert.Contains(run.Tally.Ends, end => end.Key.StartsWith("1002 ProtocolError", StringComparison.Ordinal));
        Assert.Contains(run.Tally.Ends, end => end.Key == "left by the attacker");
    }

    [Fact]
    public void The_corpus_has_every_kind_of_frame()
    {
        HashSet<FrameKind> kinds = [.. Conversation.ReadDirectory(_corpus).SelectMany(said => said.Messages).SelectMany(FrameParts.Split).Select(frame => frame.Kind)];

        // ACK belongs to resuming, which is not negotiated.
        Assert.Equal(Enum.GetValues<FrameKind>().Where(kind => kind != FrameKind.Ack).Order(), kinds.Order());
    }

    [Fact]
    public async Task Conversations_of_the_corpus_can_be_done_again()
    {
        IReadOnlyList<Conversation> corpus = Conversation.ReadDirectory(_corpus);
        var traffic = new SeedTraffic(corpus);
        foreach (Conversation conversation in corpus)
        {
            await Replay.RunAsync(conversation, traffic, new Tally());
        }
    }

    [Fact]
    public async Task What_two_proper_sides_say_is_recorded_and_reads_back()
    {
        IReadOnlyList<Conversation> recorded = await Recorder.RecordAsync();

        Assert.Equal(2 * ProperCalls.All.Count, recorded.Count);
        foreach (Conversation conversation in recorded)
        {
            Conversation read = Conversation.Parse(conversation.Name, conversation.ToText("a comment").Split('\n'));
            Assert.Equal(conversation.Role, read.Role);
            Assert.Equal(conversation.Messages, read.Messages);
        }
    }
}
