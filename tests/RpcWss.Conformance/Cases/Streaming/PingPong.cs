using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>An item that is alone leaves at once, in both directions: nobody waits for a fuller frame.</summary>
internal sealed class PingPong() : PairCase("ping-pong-each-item-answered-before-the-next")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int[] sizes = [27_182, 8, 1828, 45_904];
        int rounds = settings.Count(quick: 100, full: 10_000);
        using var turn = new SemaphoreSlim(1);
        int asked = 0, answered = 0;
        await foreach (byte[] answer in pair.Proxy<IStreams>().AnswersAsync(QuestionsAsync()))
        {
            byte[] question = Sources.Bytes(answered, SizeOf(answered));
            Check.Same(EchoService.AnswerTo(question, question.Length), answer, $"answer {answered}");
            answered++;
            Check.Equal(answered, asked);
            turn.Release();
        }

        Check.Equal(rounds, answered);

        async IAsyncEnumerable<byte[]> QuestionsAsync()
        {
            for (int place = 0; place < rounds; place++)
            {
                await turn.WaitAsync();
                asked++;
                yield return Sources.Bytes(place, SizeOf(place));
            }
        }

        // The four sizes, and mostly small ones: those could be held back for company.
        int SizeOf(int place) => place < sizes.Length ? sizes[place] : place % 10;
    }
}
