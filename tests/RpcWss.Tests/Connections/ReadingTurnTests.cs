using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Tests.Connections;

/// <summary>Whoever is at the work of a message holds up the reading for two looks of the watch at most (docs/decisions/reading-turn.md).</summary>
public sealed class ReadingTurnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_turn_that_is_taken_back_in_time_is_nobody_elses()
    {
        var turn = new ReadingTurn();
        for (int message = 0; message < 3; message++)
        {
            turn.Lend();
            Assert.False(turn.TryTakeLate());
            Assert.True(turn.TryTakeBack());
        }

        Assert.False(turn.TryTakeLate());
    }

    [Fact]
    public void A_turn_that_is_lent_at_two_looks_is_whoever_looks()
    {
        var turn = new ReadingTurn();
        turn.Lend();
        Assert.False(turn.TryTakeLate());
        Assert.True(turn.TryTakeLate());

        Assert.False(turn.TryTakeLate());
        Assert.False(turn.TryTakeBack());
    }

    [Fact]
    public void A_turn_that_was_lent_anew_since_the_last_look_is_not_late()
    {
        var turn = new ReadingTurn();
        turn.Lend();
        Assert.False(turn.TryTakeLate());
        Assert.True(turn.TryTakeBack());
        turn.Lend();

        Assert.False(turn.TryTakeLate());
        Assert.True(turn.TryTakeBack());
    }

    [Fact]
    public async Task A_drainer_leaves_the_rest_to_the_receive_loop_when_that_comes_with_more()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        WorkQueue work = pair.Client.Core.Work;
        int leaves = 0;

        // The watch may find on a slow computer that a further drainer is needed before the third item: then nobody leaves anything. Not each time.
        for (int attempt = 0; attempt < 100 && leaves == 0; attempt++)
        {
            var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            int done = 0;
            bool isOurs = Gather(64, () =>
            {
                int count = Interlocked.Increment(ref done);
                if (count == 3)
                {
                    work.MessageBegins();
                }
                else if (count == 64)
                {
                    all.SetResult();
                }
            });
            int first = isOurs ? work.RunHere() : 0;
            int rest = work.ReleaseHere() ? work.RunHere() : 0;
            pair.Client.Core.Writer.Uncork(wasCorked: false);
            await all.Task.WaitAsync(Token);
            leaves += first is >= 3 and < 64 && rest == 64 - first ? 1 : 0;
        }

        Assert.Equal(1, leaves);

        bool Gather(int count, Action run)
        {
            lock (pair.Client.Core.Gate)
            {
                for (int item = 0; item < count; item++)
                {
                    work.Gather(new Item(run));
                }

                return work.ReleaseHere();
            }
        }
    }

    [Fact]
    public async Task What_waits_for_a_receive_loop_that_ended_amid_a_message_is_done_all_the_same()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        WorkQueue work = pair.Client.Core.Work;
        int done = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (pair.Client.Core.Gate)
        {
            work.MessageBegins();
            for (int item = 0; item < 40; item++)
            {
                work.Gather(new Item(() =>
                {
                    if (Interlocked.Increment(ref done) == 40)
                    {
                        all.SetResult();
                    }
                }));
            }
        }

        work.ReadingEnded();

        await all.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task Half_of_the_calls_leave_before_the_other_half_of_the_answers_is_worked_on()
    {
        const int Callers = 80;
        var sent = new List<int>();
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(
            client: Raised, server: Raised, fromClient: new InMemoryTransportOptions { OnSend = Count }, flowsCallState: false);
        var answers = new List<TaskCompletionSource<string>>();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int expected = 2 * Callers;
        pair.ServerProbe.OnRun = (_, _, _) =>
        {
            // Answered below, all under one hold of the gate: they leave as one message.
            var answer = new TaskCompletionSource<string>();
            lock (answers)
            {
                answers.Add(answer);
                if (answers.Count == expected)
                {
                    asked.SetResult();
                }
            }

            return new(answer.Task);
        };
        Task[] calling = [.. Enumerable.Range(0, 2 * Callers).Select(_ => CallTwiceAsync(pair.Proxy))];
        await asked.Task.WaitAsync(Token);
        asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (sent)
        {
            sent.Clear();
        }

        AnswerAll(pair, answers);
        await asked.Task.WaitAsync(Token);

        lock (sent)
        {
            Assert.Equal(2 * Callers, sent.Sum());
            // Half, or what a slow computer has come to when it looks at the clock; never all.
            Assert.InRange(sent.Max(), 1, (2 * Callers) - 1);
        }

        AnswerAll(pair, answers);
        await Task.WhenAll(calling).WaitAsync(Token);

        ConnectionSetup Raised(ConnectionSetup setup) => setup with { Limits = setup.Limits with { MaxConcurrentCalls = 2 * Callers } };

        ValueTask<byte[]?> Count(byte[] message)
        {
            var reader = new FrameReader(message, ProtocolLimits.Minimum.MaxFrame);
            int calls = 0;
            while (reader.TryRead(out FrameKind kind, out _))
            {
                calls += kind == FrameKind.Call ? 1 : 0;
            }

            lock (sent)
            {
                sent.Add(calls);
            }

            return new(message);
        }
    }

    private static void AnswerAll(ConnectionPair pair, List<TaskCompletionSource<string>> answers)
    {
        TaskCompletionSource<string>[] all;
        lock (answers)
        {
            all = [.. answers];
            answers.Clear();
        }

        lock (pair.Server.Core.Gate)
        {
            foreach (TaskCompletionSource<string> answer in all)
            {
                answer.SetResult("");
            }
        }
    }

    private static async Task CallTwiceAsync(IProbe proxy)
    {
        await proxy.RunAsync("").ConfigureAwait(false);
        await proxy.RunAsync("").ConfigureAwait(false);
    }

    private sealed class Item(Action run) : IWorkItem
    {
        public void Execute() => run();
    }
}
