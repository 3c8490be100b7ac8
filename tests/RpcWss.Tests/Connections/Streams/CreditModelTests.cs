namespace RpcWss.Tests.Connections.Streams;

/// <summary>
/// Every order in which producers, wires, budget and consumers can act, for streams small enough to look at all of them: nothing is ever stuck, and no credit is
/// lost or invented. The credit of both ends is the engine's own code.
/// </summary>
public sealed class CreditModelTests
{
    private const int Window = 16 * 1024;
    private const int Budget = 40_000;      // one of the largest items, not two

    public static TheoryData<int[], int[]> Streams => new()
    {
        { [1, 1, 1], [4096] },
        { [4096, 4096, 4096, 4096, 4096], [] },
        { [4097, 16_384, 4096, 16_385], [] },
        { [16_384, 16_384, 1], [20_000] },
        { [40_000, 1, 40_000], [40_000, 5] },
        { [16_000, 16_000, 40_000], [39_000, 16_353] },
        { [4064, 4064, 4064, 8_000], [12_000] },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void No_order_of_events_gets_stuck_or_loses_credit(int[] first, int[] second)
    {
        var seen = new HashSet<string>();
        var open = new Stack<ModelStream[]>();
        open.Push([new ModelStream(Window, first), new ModelStream(Window, second)]);
        int finished = 0;
        while (open.TryPop(out ModelStream[]? state))
        {
            if (!seen.Add($"{state[0].Key}#{state[1].Key}"))
            {
                continue;
            }

            Assert.True(seen.Count < 2_000_000, "The model is too large to look at all of it.");
            List<ModelStream[]> next = [.. Successors(state)];
            Array.ForEach(state, stream => stream.CheckInvariants());
            finished += Array.TrueForAll(state, stream => stream.IsDone) ? 1 : 0;
            Assert.True(next.Count > 0 || Array.TrueForAll(state, stream => stream.IsDone), $"Stuck: {state[0].Key} # {state[1].Key}");
            next.ForEach(open.Push);
        }

        Assert.True(finished > 0);
    }

    [Fact]
    public void The_model_notices_a_receiver_that_grants_too_late()
    {
        // A window below what an item needs: the sender cannot announce it, and nothing is left that could happen.
        var stream = new ModelStream(SendCheat, [100]);

        Assert.DoesNotContain(Reachable(stream), state => state.IsDone);
    }

    private const int SendCheat = 64;

    private static IEnumerable<ModelStream> Reachable(ModelStream from)
    {
        var seen = new HashSet<string>();
        var open = new Stack<ModelStream>([from]);
        while (open.TryPop(out ModelStream? state))
        {
            if (seen.Add(state.Key))
            {
                yield return state;
                foreach (ModelStream[] next in Successors([state]))
                {
                    open.Push(next[0]);
                }
            }
        }
    }

    private static IEnumerable<ModelStream[]> Successors(ModelStream[] state)
    {
        string before = string.Join('#', state.Select(stream => stream.Key));
        for (int index = 0; index < state.Length; index++)
        {
            foreach (Action<ModelStream> step in state[index].Steps())
            {
                if (Changed(index, step) is { } next)
                {
                    yield return next;
                }
            }

            // Whoever asked first may be either; the memory is granted whole or not at all.
            if (state[index].Lacking > 0 && state.Sum(stream => stream.Reserved) + state[index].Lacking <= Budget)
            {
                yield return Changed(index, static stream => stream.Admit())!;
            }
        }

        ModelStream[]? Changed(int index, Action<ModelStream> step)
        {
            ModelStream[] next = [.. state.Select(stream => stream.Copy())];
            step(next[index]);
            return string.Join('#', next.Select(stream => stream.Key)) == before ? null : next;
        }
    }
}
