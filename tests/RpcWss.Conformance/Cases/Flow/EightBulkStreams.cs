using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>Eight streams that all have more to send take turns: when the first has left, the others have too, but for a tenth.</summary>
internal sealed class EightBulkStreams() : LocalCase("eight-bulk-streams-share-within-10-percent")
{
    protected override async Task RunAsync(LocalRun run)
    {
        const int Streams = 8;
        long length = run.Settings.Count(quick: 8, full: 64) * 1024L * 1024;
        var sent = new Dictionary<ulong, long>();
        long[]? atFirstEnd = null;

        // Windows that hold everything: what is looked at is how the sender takes turns, not how fast each producer and consumer is.
        int window = (int)(length + (length / 8));
        Side caller = new(new SideOptions { Limits = new RpcLimits { StreamWindow = window, MaxStreamWindow = window } }), callee = new(SideOptions.Default);
        RpcConnection? called = null;
        (RpcConnection calling, called) = run.Connect(caller, callee, null, new InMemoryTransportOptions { OnSend = CountAsync });
        IBytes bytes = calling.GetProxy<IBytes>();
        Stream[] streams = [.. await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => bytes.DownloadAsync("down", length).AsTask()))];

        await Task.WhenAll(streams.Select(stream => Task.Run(() => stream.CopyToAsync(Stream.Null))));

        Check.Equal(Streams, atFirstEnd!.Length);
        Check.That(atFirstEnd.Min() >= length * 9 / 10, $"all have sent as much, but of {length:N0}: {string.Join(", ", atFirstEnd)}");
        await Task.WhenAll(streams.Select(stream => stream.DisposeAsync().AsTask()));

        async ValueTask<byte[]?> CountAsync(byte[] message)
        {
            foreach (RawFrame frame in RawFrame.Parse(message))
            {
                if (frame.Kind == FrameKind.Item)
                {
                    // The way is what is short: nothing leaves while a producer still fills its turn. Towards the end they run out.
                    if (sent.Values.All(count => count < length * 49 / 50))
                    {
                        await Settle.UntilAsync(() => called!.Core.Queue.UnsentBulk >= 464 * 1024, "every stream has more to send");
                    }

                    sent[frame.Item.Id] = sent.GetValueOrDefault(frame.Item.Id) + frame.Item.Payload.Length;
                }
                else if (frame.Kind == FrameKind.Status)
                {
                    atFirstEnd ??= [.. sent.Values];
                }
            }

            return message;
        }
    }
}
