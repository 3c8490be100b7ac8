using System.Collections.Concurrent;
using System.Text;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Tests.Connections;

/// <summary>Calls that are left for whoever flushes next are not overtaken (docs/decisions/handover.md).</summary>
public sealed class HandoverTests
{
    private readonly ConcurrentQueue<string> _sent = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_and_one_way_calls_of_one_thread_leave_in_the_order_in_which_it_began_them()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(fromClient: new InMemoryTransportOptions { OnSend = Record });
        var noted = new TaskCompletionSource();
        pair.ServerProbe.OnNote = _ =>
        {
            noted.SetResult();
            return default;
        };
        Task<int> sum;
        Task note;
        Task<byte[]> echo;

        // While this thread has the gate nobody else takes over what it leaves.
        lock (pair.Client.Core.Gate)
        {
            sum = pair.Proxy.AddAsync(2, 3, Token).AsTask();
            note = pair.Proxy.NoteAsync("in between").AsTask();
            echo = pair.Proxy.EchoAsync([1], Token).AsTask();
        }

        await Task.WhenAll(sum, note, echo, noted.Task).WaitAsync(Token);
        Assert.Equal([nameof(IProbe.AddAsync), nameof(IProbe.NoteAsync), nameof(IProbe.EchoAsync)], _sent);
    }

    // Would break: a call that is lost or overtaken where there is no room for it.
    [Fact]
    public async Task More_calls_than_there_is_room_for_leave_in_the_order_in_which_they_were_begun()
    {
        var bytes = new ConcurrentQueue<byte>();
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(fromClient: new InMemoryTransportOptions { OnSend = message => RecordLastBytes(message, bytes) });
        Task<byte[]>[] calls;
        lock (pair.Client.Core.Gate)
        {
            calls = [.. Enumerable.Range(0, 250).Select(number => pair.Proxy.EchoAsync([(byte)number], Token).AsTask())];
        }

        byte[][] echoed = await Task.WhenAll(calls).WaitAsync(Token);

        Assert.Equal(Enumerable.Range(0, 250), echoed.Select(one => (int)one[0]));
        Assert.Equal(Enumerable.Range(0, 250), bytes.Select(one => (int)one));
    }

    [Fact]
    public async Task Calls_that_many_threads_begin_at_once_are_all_answered()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() => CallAsync(thread), Token))).WaitAsync(Token);

        async Task CallAsync(int thread)
        {
            for (int round = 0; round < 20; round++)
            {
                int[] sums = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => pair.Proxy.AddAsync(thread, number, Token).AsTask()));
                Assert.Equal(Enumerable.Range(thread, 200), sums);
            }
        }
    }

    private static ValueTask<byte[]?> RecordLastBytes(byte[] message, ConcurrentQueue<byte> bytes)
    {
        var reader = new FrameReader(message, ProtocolLimits.Default.MaxFrame);
        while (reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body))
        {
            if (kind == FrameKind.Call)
            {
                bytes.Enqueue(CallFrame.Read(body, reader.ElementCount).Payload[^1]);
            }
        }

        return new(message);
    }

    // The first call of a method names it.
    private ValueTask<byte[]?> Record(byte[] message)
    {
        var reader = new FrameReader(message, ProtocolLimits.Minimum.MaxFrame);
        while (reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body))
        {
            if (kind == FrameKind.Call)
            {
                string name = Encoding.UTF8.GetString(CallFrame.Read(body, reader.ElementCount).Name);
                _sent.Enqueue(name[(name.LastIndexOf('/') + 1)..]);
            }
        }

        return new(message);
    }

    private sealed class Item : IWorkItem
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Execute() => Done.SetResult();
    }
}
