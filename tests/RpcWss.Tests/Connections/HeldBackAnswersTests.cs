using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Tests.Connections;

/// <summary>Few answers wait for those to the next message where that has come already, and not for long (docs/decisions/reading-turn.md).</summary>
public sealed class HeldBackAnswersTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<int> _answers = [];   // how many each message to the client had
    private readonly SemaphoreSlim _sent = new(0);     // messages of the client

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Answers_to_messages_that_have_all_come_leave_together() => RequireAsync(10, TimeSpan.Zero, [10]);

    [Fact]
    public Task What_is_worth_a_message_leaves_before_the_next_one_is_read() => RequireAsync(90, TimeSpan.Zero, [64, 26]);

    [Fact]
    public Task No_answer_waits_for_more_than_a_tenth_of_a_millisecond() => RequireAsync(10, TimeSpan.FromMicroseconds(60), [3, 3, 3, 1]);

    // A computer that lets a thread wait for milliseconds has the connection answer earlier. Not each time.
    private async Task RequireAsync(int calls, TimeSpan between, int[] expected)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            int[] found = await AnswerAsync(calls, between);
            Assert.Equal(calls, found.Sum());
            if (found.SequenceEqual(expected))
            {
                return;
            }
        }

        Assert.Fail($"{string.Join(", ", await AnswerAsync(calls, between))} instead of {string.Join(", ", expected)} answers to a message.");
    }

    // So many messages of one call each, all there when the first is read, which says that so much time has passed.
    private async Task<int[]> AnswerAsync(int calls, TimeSpan between)
    {
        var gate = new GatedTransport();
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(
            server: setup => setup with { TimeProvider = _time },
            fromClient: new InMemoryTransportOptions { OnSend = CountSent },
            fromServer: new InMemoryTransportOptions { OnSend = CountAnswers },
            aroundServer: gate.Around);

        // Two that stay: a connection with nothing else to do answers at once.
        var staying = new TaskCompletionSource<string>();
        var arrived = new SemaphoreSlim(0);
        pair.ServerProbe.OnRun = (_, _, _) =>
        {
            arrived.Release();
            return new(staying.Task);
        };
        Task[] stay = [pair.Proxy.RunAsync("").AsTask(), pair.Proxy.RunAsync("").AsTask()];
        await arrived.WaitAsync(Token);
        await arrived.WaitAsync(Token);

        gate.Shut(() => _time.Advance(between));
        while (_sent.Wait(0))
        {
        }

        lock (_answers)
        {
            _answers.Clear();
        }

        var calling = new List<Task<int>>();
        for (int call = 0; call < calls; call++)
        {
            calling.Add(pair.Proxy.AddAsync(call, 1).AsTask());
            await _sent.WaitAsync(Token);
        }

        gate.Open();
        await Task.WhenAll(calling).WaitAsync(Token);
        int[] found;
        lock (_answers)
        {
            found = [.. _answers];
        }

        staying.SetResult("");
        await Task.WhenAll(stay).WaitAsync(Token);
        return found;
    }

    private ValueTask<byte[]?> CountSent(byte[] message)
    {
        _sent.Release();
        return new(message);
    }

    private ValueTask<byte[]?> CountAnswers(byte[] message)
    {
        var reader = new FrameReader(message, ProtocolLimits.Minimum.MaxFrame);
        int answers = 0;
        while (reader.TryRead(out FrameKind kind, out _))
        {
            answers += kind == FrameKind.Status ? 1 : 0;
        }

        if (answers > 0)
        {
            lock (_answers)
            {
                _answers.Add(answers);
            }
        }

        return new(message);
    }

    /// <summary>A transport that can keep what comes until all of it is there.</summary>
    private sealed class GatedTransport : MessageTransport
    {
        private MessageTransport? _inner;
        private TaskCompletionSource? _gate;
        private Action? _onReceive;

        public MessageTransport Around(MessageTransport inner)
        {
            _inner = inner;
            return this;
        }

        public void Shut(Action onReceive)
        {
            _onReceive = onReceive;
            Volatile.Write(ref _gate, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        public void Open() => _gate!.SetResult();

        public override ValueTask<TransportRead> ReceiveAsync(Memory<byte> buffer)
        {
            ValueTask<TransportRead> receiving = _inner!.ReceiveAsync(buffer);
            if (!receiving.IsCompleted || Volatile.Read(ref _gate) is { Task.IsCompleted: false })
            {
                return WaitAsync(receiving);
            }

            _onReceive?.Invoke();
            return receiving;
        }

        public override ValueTask SendAsync(ReadOnlyMemory<byte> message) => _inner!.SendAsync(message);

        public override ValueTask CloseAsync(TransportCloseCode code, string reason) => _inner!.CloseAsync(code, reason);

        public override void Abort() => _inner!.Abort();

        public override ValueTask DisposeAsync() => _inner!.DisposeAsync();

        private async ValueTask<TransportRead> WaitAsync(ValueTask<TransportRead> receiving)
        {
            TransportRead read = await receiving;
            if (Volatile.Read(ref _gate) is { } gate)
            {
                await gate.Task;
            }

            _onReceive?.Invoke();
            return read;
        }
    }
}
