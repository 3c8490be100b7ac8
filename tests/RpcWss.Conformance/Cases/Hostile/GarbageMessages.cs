using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Bytes at random either mean something or end the connection with a reason: no exception of another kind, no hang, nothing held.</summary>
internal sealed class GarbageMessages() : LocalCase("garbage-messages-end-the-connection-with-a-reason")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Random random = run.Settings.CreateRandom();
        int ended = 0, count = run.Settings.Count(quick: 300, full: 100_000);
        for (int round = 0; round < count; round++)
        {
            byte[] garbage = new byte[random.Next(1, 200)];
            random.NextBytes(garbage);
            Attack attack = await Attack.BeginGreetedAsync(run);
            await attack.Peer.SendAsync(garbage);
            ended += await attack.EndsAsync() ? 1 : 0;
            await attack.FinishAsync();
        }

        Check.That(ended > count * 9 / 10, $"garbage ends nearly every connection, but of {count} it ended {ended}");
    }
}
