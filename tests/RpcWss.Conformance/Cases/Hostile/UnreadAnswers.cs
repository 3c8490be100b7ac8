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
        const int Most = 100_000;
        int answered = 0;
        while (victim.Core.End is null && answered < Most)
        {
            answered = Math.Max(answered, victim.Core.Queue.UnsentAnswers);
            await peer.SendAsync([.. Enumerable.Range(0, 8).Select(_ => peer.Call("nowhere/NothingAsync", RawFrames.Arguments(), out ulong _))]);
            await Settle.UntilAsync(() => victim.LastSeen >= peer.LastId || victim.Core.End is not null, "the calls have arrived");
        }

        await victim.Completion;
        Check.Contains("wait for it to be read", victim.Error!.Message);
        int mayBeOpen = _limits.MaxConcurrentCalls + _limits.MaxStreamingCalls + ProtocolLimits.Default.MaxUnaryCalls + ProtocolLimits.Default.MaxStreamingCalls;
        Check.That(answered > mayBeOpen - 16 && answered <= mayBeOpen + 16, $"as many answers wait as calls may be open, {mayBeOpen}, not {answered}");
    }
}
