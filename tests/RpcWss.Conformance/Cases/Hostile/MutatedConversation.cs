using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>
/// What a proper peer says, with a few bytes changed, lost or doubled: the connection goes on or ends with a reason, every call of the other side ends, and nothing is held.
/// </summary>
internal sealed class MutatedConversation() : LocalCase("mutated-conversation-hangs-nobody")
{
    private const int Large = 300;

    /// <summary>Names, metadata and arguments change too; what becomes of those is up to the services.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1001, 1003, 1004];

    protected override async Task RunAsync(LocalRun run)
    {
        var (asked, answered) = await RecordAsync(run);
        Random random = run.Settings.CreateRandom();
        int ended = 0, count = run.Settings.Count(quick: 400, full: 100_000);
        for (int round = 0; round < count; round++)
        {
            // The peer calls in one round and answers calls in the next.
            Attack attack = Attack.Begin(run);
            bool answers = round % 2 == 1;
            Task calls = answers ? await CallAsync(attack) : Task.CompletedTask;
            foreach (byte[] message in answers ? answered : asked)
            {
                await attack.Peer.SendAsync(random.Next(3) == 0 ? Mutate(message, random) : message);
            }

            ended += await attack.EndsAsync() ? 1 : 0;
            await attack.FinishAsync();
            await calls;
        }

        Check.That(ended > 0 && ended < count, $"some mutations are fatal and some are not, but of {count} it was {ended}");
    }

    // What the two sides of a conversation say, message by message.
    private static async Task<(List<byte[]> Asked, List<byte[]> Answered)> RecordAsync(LocalRun run)
    {
        List<byte[]> asked = [], answered = [];
        var (calling, _) = run.Connect(new Side(SideOptions.Default), new Side(SideOptions.Default), Recording(asked), Recording(answered));
        await Task.WhenAll(Conversation.Begin(calling, Large));
        return ([.. asked], [.. answered]);
    }

    // The victim makes the same calls; the answers must not come before them. Completes with a task for their end, whatever that is.
    private static async Task<Task> CallAsync(Attack attack)
    {
        Task[] calls = [.. Conversation.Begin(attack.Victim, Large)];
        for (int call = 0; call < calls.Length; call++)
        {
            await attack.Peer.ReceiveAsync(FrameKind.Call);
        }

        return Task.WhenAll(calls).ContinueWith(ended => ended.Exception, TaskScheduler.Default);
    }

    private static InMemoryTransportOptions Recording(List<byte[]> messages) => new()
    {
        OnSend = message =>
        {
            messages.Add(message);
            return new(message);
        },
    };

    private static byte[] Mutate(byte[] message, Random random)
    {
        int at = random.Next(message.Length);
        return random.Next(4) switch
        {
            0 => [.. message[..at], .. message[(at + 1)..]],
            1 => [.. message[..at], message[at], .. message[at..]],
            2 => [.. message, .. message],
            _ => [.. message[..at], (byte)random.Next(256), .. message[(at + 1)..]],
        };
    }
}
