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

    // So many calls are never reached: one of the bounds is before.
    private const int MostCalls = 100_000;

    protected override async Task RunAsync(LocalRun run)
    {
        // Nobody hosts the one, so nothing bounds how many of it run. Of the other a few answers are as many bytes as all that may be open can take.
        (int answers, _) = await AskAsync(run, peer => peer.Call("nowhere/NothingAsync", RawFrames.Arguments(), out ulong _));
        int mayBeOpen = _limits.MaxConcurrentCalls + _limits.MaxStreamingCalls + ProtocolLimits.Default.MaxUnaryCalls + ProtocolLimits.Default.MaxStreamingCalls;
        Check.That(answers > mayBeOpen - 16 && answers <= mayBeOpen + 16, $"as many answers wait as calls may be open, {mayBeOpen}, not {answers}");

        (answers, long bytes) = await AskAsync(run, peer => peer.Call(MethodNames.Answer, [0x92, 0xc4, 0x00, 0xcd, 0x27, 0x10], out ulong _));
        long most = _limits.MaxUnsentBytes + ((_limits.MaxConcurrentCalls + _limits.MaxStreamingCalls) * 32L * 1024);
        Check.That(answers < mayBeOpen - 16, "answers of 10,000 bytes end it by their bytes");
        Check.That(bytes > most - (16 * 10_100) && bytes <= most + (16 * 10_100), $"as many bytes wait as those answers can take, {most}, not {bytes}");
    }

    // Calls without reading until the connection ends, and says how much waited at most.
    private static async Task<(int Answers, long Bytes)> AskAsync(LocalRun run, Func<RawPeer, byte[]> call)
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

        int answers = 0;
        long bytes = 0;
        for (int calls = 0; victim.Core.End is null && calls < MostCalls; calls += 8)
        {
            answers = Math.Max(answers, victim.Core.Queue.UnsentAnswers);
            bytes = Math.Max(bytes, victim.Core.Queue.UnsentBytes);
            await peer.SendAsync([.. Enumerable.Range(0, 8).Select(_ => call(peer))]);
            await Settle.UntilAsync(() => (victim.LastSeen >= peer.LastId && victim.Core.Incoming.Count == 0 && victim.Core.Handover.IsEmpty) || victim.Core.End is not null, "the calls are answered");
        }

        await victim.Completion;
        Check.Contains("wait for it to be read", victim.Error!.Message);
        return (answers, bytes);
    }
}
