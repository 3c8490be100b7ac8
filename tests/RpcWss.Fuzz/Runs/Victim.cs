using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Fuzz.Services;
using RpcWss.Fuzz.Traffic;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Runs;

/// <summary>A real connection under attack, which also calls its attacker; and what must hold of it at every moment and in the end.</summary>
internal sealed class Victim : IDisposable
{
    private readonly DefectLog _log = new();
    private readonly List<Task> _calls = [];
    private readonly Random _random;
    private CancellationTokenSource _stop = new();

    public Victim(MessageTransport transport, PeerRole role, VictimKind kind, Random random)
    {
        _random = random;
        Connection = RpcConnection.Start(transport, new ConnectionSetup
        {
            Role = role,
            Limits = kind.Limits,
            Services = HostedTable.Shared,
            Tokens = kind.TakesTokens && role == PeerRole.Server ? new AnyToken() : null,
            RequiresToken = kind.RequiresToken && role == PeerRole.Server,
            Logger = _log,
        });
    }

    public RpcConnection Connection { get; }

    /// <summary>Looks at the calls that are over, and makes others until there are so many.</summary>
    public void Call(int atOnce)
    {
        _calls.RemoveAll(IsOver);
        if (_random.Next(8) == 0)
        {
            _stop.Cancel();
            _stop = new CancellationTokenSource();
        }

        while (_calls.Count < atOnce && !Connection.Completion.IsCompleted)
        {
            var call = ProperCalls.All[_random.Next(ProperCalls.All.Count)].Call;
            CancellationToken token = _stop.Token;
            _calls.Add(Task.Run(() => call(Connection, token)));
        }
    }

    /// <summary>What must hold at any moment: memory within the budgets, nothing logged.</summary>
    public void Check()
    {
        if (_log.Defects.TryDequeue(out string? defect))
        {
            throw new DefectException(defect);
        }

        ConnectionCore core = Connection.Core;
        lock (core.Gate)
        {
            long share = core.Setup.Limits.ReceiveBudget / 2;
            Within("arguments", core.RequestBudget.Reserved, share / 2);
            Within("results", core.ResponseBudget.Reserved, share / 2);
            Within("items of parameter streams", core.RequestStreams.Items.Reserved, share / 4);
            Within("items of result streams", core.ResponseStreams.Items.Reserved, share / 4);
            Within("grown windows of parameter streams", core.RequestStreams.Growth, share / 4);
            Within("grown windows of result streams", core.ResponseStreams.Growth, share / 4);
        }

        static void Within(string what, long held, long most)
        {
            if (held < 0 || held > most)
            {
                throw new DefectException($"{held:N0} bytes are set aside for {what}; it must be 0 to {most:N0}");
            }
        }
    }

    /// <summary>The connection is over: everything must have ended, with what a caller is told, and nothing may be held.</summary>
    public async Task FinishAsync(TimeSpan patience)
    {
        await WithinAsync(Connection.Completion, patience, "The connection did not end");
        Task all = Task.WhenAll(_calls.Select(call => call.ContinueWith(static _ => { }, TaskScheduler.Default)));
        await WithinAsync(all, patience, "A call did not end with its connection");
        _calls.RemoveAll(IsOver);
        if (Connection.Error is { } error and not (ProtocolViolationException or RpcException or IOException))
        {
            throw new DefectException($"The connection ended by what no peer may cause: {error}", error);
        }

        string[] left = await Conformance.Runner.Settle.UntilEmptyAsync(() => Leaks.Of(Connection));
        if (left.Length > 0)
        {
            throw new DefectException($"The connection is over and still holds {string.Join(", ", left)}");
        }

        Check();
    }

    public void Dispose() => _stop.Dispose();

    private static async Task WithinAsync(Task task, TimeSpan patience, string what)
    {
        try
        {
            await task.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            throw new DefectException($"{what} within {patience.TotalSeconds:0} s");
        }
    }

    private static bool IsOver(Task call)
    {
        if (call.IsFaulted && call.Exception.InnerException is { } error and not (RpcException or OperationCanceledException))
        {
            throw new DefectException($"A call failed by what no caller is told: {error}", error);
        }

        return call.IsCompleted;
    }
}
