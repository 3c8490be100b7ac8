using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A peer that asks and asks but never reads costs what its limits allow, and no more: the connection ends long before a write has been stuck for the time that it may.</summary>
internal sealed class UnreadAnswers() : LocalCase("answers-that-nobody-reads-end-the-connection")
{
    private static readonly RpcLimits _limits = new() { MaxUnsentBytes = 64 * 1024, MaxConcurrentCalls = 16, MaxStreamingCalls = 16 };

    protected override async Task RunAsync(LocalRun run)
    {
        var reads = new TaskCompletionSource();
        bool isDeaf = false;
        var side = new Side(new SideOptions { Limits = _limits });
        var (victim, peer) = run.Attack(side, new InMemoryTransportOptions
        {
            OnSend = async message =>
            {
                await (Volatile.Read(ref isDeaf) ? reads.Task : Task.CompletedTask);
                return message;
            },
        });
        await peer.GreetAsync();
        await victim.Opened;
        Volatile.Write(ref isDeaf, true);

        // Nobody hosts this, so nothing bounds how many of it run.
        const long Most = (64 * 1024) + (32 * 32 * 1024);
        int calls = 0;
        while (victim.Core.End is null && calls < 100_000)
        {
            await peer.SendAsync([.. Enumerable.Range(0, 100).Select(_ => peer.Call("nowhere/NothingAsync", RawFrames.Arguments(), out ulong _))]);
            calls += 100;
            await Settle.UntilAsync(() => victim.LastSeen >= peer.LastId || victim.Core.End is not null, "the calls have arrived");
            Check.That(victim.Core.Queue.UnsentBytes < Most + (256 * 1024), "what waits is bounded");
        }

        await victim.Completion;
        Check.Contains("wait for it to be read", victim.Error!.Message);
        Check.That(calls > 10_000, "so many calls were answered before");
    }
}
