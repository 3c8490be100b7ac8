using System.Security.Claims;
using System.Text;
using RpcWss.Connections;
using RpcWss.Connections.Authentication;
using RpcWss.Diagnostics;
using RpcWss.Generated;
using RpcWss.Protocol;

namespace RpcWss;

/// <summary>
/// One physical connection, of either end: after the opening the peers are equal, either hosts services and calls the other's.
/// Thread-safe.
/// </summary>
public sealed class RpcConnection : IAsyncDisposable
{
    // How long the peer has for its part of an orderly close (docs/protocol.md#closing).
    private static readonly TimeSpan _closePatience = TimeSpan.FromSeconds(1);

    private readonly ConnectionCore _core;
    private readonly FrameHandler _frames;
    private readonly MessageReceiver _receiver;
    private readonly Liveness _liveness;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConnectionPeer _peer;
    private CancellationTokenSource? _ended;    // by compare-and-swap
    private volatile bool _hasEnded;
    private RpcException? _peersReason;

    private RpcConnection(MessageTransport transport, ConnectionSetup setup)
    {
        _core = new ConnectionCore(this, transport, setup);
        _frames = new FrameHandler(_core);
        _receiver = new MessageReceiver(_core, _frames);
        _liveness = new Liveness(_core, _receiver);
        Invoker = new ConnectionInvoker(_core);
        _peer = new ConnectionPeer(this, setup.User);

        // Whoever opens the connection looks at it; where nobody does the end of the connection tells the same.
        _ = _opened.Task.ContinueWith(static task => task.Exception, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously);
    }

    /// <summary>The other end.</summary>
    public RpcPeer Peer => _peer;

    /// <summary>What the two ends agreed on when the connection opened.</summary>
    public RpcConnectionSecurity Security => _core.Setup.Security;

    /// <summary>
    /// Completes, and never fails, when the connection has ended: every call of this side has its outcome and the transport is closed. Handlers
    /// that ignore their token may still run.
    /// </summary>
    public Task Completion => _completion.Task;

    /// <summary>Why the connection ended; null while it is open and after an orderly close.</summary>
    public Exception? Error => _core.End is { } end ? end.Error ?? _peersReason : null;

    internal RpcInvoker Invoker { get; }

    internal ConnectionCore Core => _core;

    /// <summary>Fires when the connection has ended.</summary>
    internal CancellationToken Ended
    {
        get
        {
            CancellationTokenSource source = _ended ?? Interlocked.CompareExchange(ref _ended, new CancellationTokenSource(), null) ?? _ended;
            if (_hasEnded)
            {
                _ = source.CancelAsync();
            }

            return source.Token;
        }
    }

    /// <summary>A client's part in AUTH.</summary>
    internal TokenPresenter Tokens => (TokenPresenter)_core.Auth;

    /// <summary>The last call of the peer that was seen.</summary>
    internal ulong LastSeen => _frames.LastId;

    /// <summary>
    /// Completes when the peer's HELLO arrived, and its AUTH succeeded where that is required; fails with a <see cref="RpcException"/> when that does not come
    /// about in time.
    /// </summary>
    internal Task Opened => _opened.Task;

    /// <summary>A proxy of a contract that the peer hosts; lives as long as this connection.</summary>
    public TContract GetProxy<TContract>() where TContract : class, IRpcContract<TContract> => TContract.__RpcCreateProxy(Invoker, null);

    /// <summary>
    /// Closes in order: tells the peer, ends every call (not executed, executed or unknown), sends the WebSocket's Close, waits
    /// for the peer's for at most a second. May be called more than once.
    /// </summary>
    public async ValueTask CloseAsync()
    {
        BeginEnd(ConnectionEnd.Closed());
        await Completion.ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="CloseAsync"/>.</summary>
    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>Takes over the transport and starts reading and writing.</summary>
    internal static RpcConnection Start(MessageTransport transport, ConnectionSetup setup)
    {
        var connection = new RpcConnection(transport, setup);
        setup.Starting?.Invoke(connection);
        connection.SayHello();
        connection._receiver.Start(end => _ = connection.ReadingEndedAsync(end));
        return connection;
    }

    /// <summary>Ends the connection unless it is ending already. Returns at once.</summary>
    internal void BeginEnd(ConnectionEnd end)
    {
        bool isFirst;
        lock (_core.Gate)
        {
            // Read and told to the peer in one: a call that is taken in between would run after the peer was told that it does not.
            isFirst = _core.TryEnd(end, _frames.LastId);
        }

        if (isFirst)
        {
            _ = FinishAsync(end);
        }
    }

    internal void PeerSaidHello()
    {
        if (!_core.Frames.AwaitsAuth)
        {
            Open();
        }
    }

    internal void ReadOn() => _receiver.ReadOn();

    internal void SetUser(ClaimsPrincipal user) => _peer.Become(user);

    internal void PeerAuthenticated()
    {
        if (!_opened.Task.IsCompleted)
        {
            Open();
        }
    }

    internal void PeerSaidGoAway(GoAwayCode code, string reason)
    {
        if (code is not (GoAwayCode.Shutdown or GoAwayCode.Draining))
        {
            _peersReason = new RpcException(code == GoAwayCode.AuthenticationExpired ? RpcStatusCode.Unauthenticated : RpcStatusCode.Unavailable, reason);
        }
    }

    private void Open()
    {
        _liveness.Opened();
        _core.Setup.Observer?.ConnectionOpened(this);
        _opened.TrySetResult();
    }

    private void SayHello()
    {
        byte[] agent = Encoding.UTF8.GetBytes("rpcwss-dotnet");
        lock (_core.Gate)
        {
            SendBlock block = _core.Queue.OpenControl(HelloFrame.MaxLength(agent.Length, 0, 0));
            _core.Queue.Wrote(block, HelloFrame.Write(
                block.GetSpan(), _core.Setup.Role, _core.Own, _core.Auth.Features, agent, expiresMs: ConnectionTerm.MillisecondsTo(_core.Setup.UserExpiresAt, _core.Time)));
            _core.Term.Start();
            _core.Writer.FlushSoon();
        }
    }

    private async Task ReadingEndedAsync(ConnectionEnd end)
    {
        _core.Work.ReadingEnded();
        BeginEnd(end);
        if (end is { Error: not null, IsLost: false })
        {
            await _receiver.DrainAsync().ConfigureAwait(false);
        }

        // A source of its own: the end may be found, and this be waited for, before the task of this method is anybody's.
        _reading.TrySetResult();
    }

    private async Task FinishAsync(ConnectionEnd end)
    {
        // Not on the thread that found the end: it may hold the gate, or be the receive loop.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await _core.Auth.StopAsync().ConfigureAwait(false);
        if (!end.IsLost)
        {
            await CloseTransportAsync(end).ConfigureAwait(false);
        }

        _core.Transport.Abort();
        lock (_core.Gate)
        {
            _core.Writer.Stop();
        }

        await _reading.Task.ConfigureAwait(false);
        // A server that gets its stream back while a write is pending on it fails in its own way.
        await _core.Writer.FlushAllAsync().ConfigureAwait(false);
        await _core.Transport.DisposeAsync().ConfigureAwait(false);
        _liveness.Dispose();
        _core.Term.Dispose();
        _core.Drain?.Dispose();
        _core.Deadlines.Dispose();
        _opened.TrySetException(new RpcException(RpcStatusCode.Unavailable, end.Reason, Error) { Execution = RpcExecution.NotExecuted });
        if (Error is { } error)
        {
            ConnectionLog.ConnectionFailed(_core.Setup.Logger, Peer.Id, end.Reason, error);
        }

        _core.Setup.Observer?.ConnectionClosed(this, Error);
        _hasEnded = true;
        Interlocked.MemoryBarrier();
        _ = _ended?.CancelAsync();
        _completion.TrySetResult();
    }

    private async Task CloseTransportAsync(ConnectionEnd end)
    {
        TimeProvider time = _core.Time;
        try
        {
            await _core.Writer.FlushAllAsync().WaitAsync(_closePatience, time).ConfigureAwait(false);
            await _core.Transport.CloseAsync(end.CloseCode, end.Reason).AsTask().WaitAsync(_closePatience, time).ConfigureAwait(false);
            await _reading.Task.WaitAsync(_closePatience, time).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The peer does not play its part; the transport is aborted all the same.
        }
    }
}
