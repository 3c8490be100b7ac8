using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Tests.Connections.Authentication;

namespace RpcWss.Tests.Connections;

/// <summary>What observers and logs are told.</summary>
public sealed class DiagnosticsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_observer_is_told_of_calls_on_both_sides_and_of_the_connection()
    {
        var client = new RecordingObserver();
        var server = new RecordingObserver();
        await using (ConnectionPair pair = await ConnectionPair.OpenAsync(setup => setup with { Observer = client }, setup => setup with { Observer = server }))
        {
            pair.ServerProbe.OnRun = (_, _, _) => throw new RpcException(RpcStatusCode.NotFound, "no such thing");
            await pair.Proxy.AddAsync(1, 2, Token);
            await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.RunAsync("x", Token));
            await pair.Proxy.NoteAsync("note");
            await pair.Proxy.AddAsync(1, 2, Token);
            await server.Noted.WaitAsync(Token);    // which nothing else waits for
        }

        Assert.Equal(["opened", "out AddAsync OK", "out RunAsync NotFound", "out NoteAsync OK", "out AddAsync OK", "closed"], client.Events);
        Assert.Equal(["closed", "in AddAsync OK", "in AddAsync OK", "in NoteAsync OK", "in RunAsync NotFound", "opened"], server.Events.OrderBy(text => text));
    }

    [Fact]
    public async Task Calls_that_wait_for_more_than_a_second_are_warned_of_once()
    {
        var time = new FakeTimeProvider();
        var log = new LogSink();
        var observer = new RecordingObserver();
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(
            client => client with { TimeProvider = time, Logger = log, Observer = observer },
            server => server with { Limits = new RpcLimits { MaxConcurrentCalls = 16 } });
        var gate = new TaskCompletionSource<string>();
        pair.ServerProbe.OnRun = (_, _, _) => new(gate.Task);
        Task<string>[] calls = [.. Enumerable.Range(0, 20).Select(_ => pair.Proxy.RunAsync("x", Token).AsTask())];

        // Those that were left for another thread wait from when they are taken over.
        lock (pair.Client.Core.Gate)
        {
            pair.Client.Core.Handover.Take();
        }

        time.Advance(TimeSpan.FromSeconds(1.1));
        (LogLevel level, string text) = await log.NextAsync(Token);

        Assert.Equal(LogLevel.Warning, level);
        Assert.StartsWith("Calls such as RpcWss.Tests.Connections.IProbe/RunAsync have waited for 1 s to be sent", text);
        Assert.Equal(4, observer.Events.Count(text => text == "waiting RunAsync"));
        gate.SetResult("done");
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task What_a_peer_says_at_its_end_is_one_line_of_bounded_length_in_the_log()
    {
        var log = new LogSink();
        await using RawEnd peer = await RawEnd.OpenAsync(new ConnectionSetup { Role = PeerRole.Server, Logger = log });
        byte[] said = Encoding.UTF8.GetBytes($"bye\r\nfail: forged\u001b[2J{new string('x', 10_000)}");
        byte[] frame = new byte[GoAwayFrame.MaxLength(said.Length)];

        await peer.SendAsync(frame[..GoAwayFrame.Write(frame, 0, GoAwayCode.InternalError, said, 0)]);
        await peer.CloseAsync();
        (_, string text) = await log.NextAsync(Token);

        Assert.Equal($"The connection {peer.Peer.Peer.Id} ended: The peer ended the connection (InternalError): bye??fail: forged?[2Jxxx", text[..text.IndexOf("xxxx", StringComparison.Ordinal)] + "xxx");
        Assert.DoesNotContain(text, char.IsControl);
        Assert.InRange(text.Length, 4_000, 4_300);
    }

    [Fact]
    public async Task An_unhandled_exception_is_logged_here_and_hidden_from_the_caller()
    {
        var log = new LogSink();
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(server: server => server with { Logger = log });
        pair.ServerProbe.OnRun = (_, _, _) => throw new InvalidOperationException("the password is swordfish");

        RpcException failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.RunAsync("x", Token));
        (LogLevel level, string text) = await log.NextAsync(Token);

        Assert.Equal(RpcStatusCode.Internal, failure.StatusCode);
        Assert.Equal("RpcWss.Tests.Connections.IProbe/RunAsync failed.", failure.Message);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("IProbe/RunAsync", text);
    }

    private sealed class RecordingObserver : RpcObserver
    {
        private readonly TaskCompletionSource _noted = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<string> Events { get; } = new();

        /// <summary>When a note has been taken.</summary>
        public Task Noted => _noted.Task;

        public override void ConnectionOpened(RpcConnection connection) => Events.Enqueue("opened");

        public override void ConnectionClosed(RpcConnection connection, Exception? error) => Events.Enqueue(error is null ? "closed" : "lost");

        public override void OutgoingCallCompleted(RpcMethodDescriptor method, RpcStatusCode status, TimeSpan elapsed) => Events.Enqueue($"out {method.Name} {status}");

        public override void IncomingCallCompleted(RpcMethodDescriptor method, RpcStatusCode status, TimeSpan elapsed)
        {
            Events.Enqueue($"in {method.Name} {status}");
            if (method.Name == nameof(IProbe.NoteAsync))
            {
                _noted.TrySetResult();
            }
        }

        public override void OutgoingCallWaiting(RpcMethodDescriptor method) => Events.Enqueue($"waiting {method.Name}");
    }
}
