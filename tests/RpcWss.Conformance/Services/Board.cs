using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

/// <summary>The marks and gates of one side. Thread-safe.</summary>
internal sealed class Board : IBoard
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _marks = [];                                       // under _lock
    private readonly Dictionary<string, TaskCompletionSource> _gates = [];                      // under _lock
    private readonly List<(string Mark, int Times, TaskCompletionSource Reached)> _waiting = []; // under _lock

    public void Mark(string mark)
    {
        lock (_lock)
        {
            int times = _marks[mark] = _marks.GetValueOrDefault(mark) + 1;
            foreach (var (_, _, reached) in _waiting.Where(waiting => waiting.Mark == mark && waiting.Times <= times))
            {
                reached.TrySetResult();
            }

            _waiting.RemoveAll(waiting => waiting.Mark == mark && waiting.Times <= times);
        }
    }

    /// <summary>Waits until a gate is open.</summary>
    public Task PassAsync(string gate, CancellationToken cancellationToken = default) => Gate(gate).Task.WaitAsync(cancellationToken);

    public ValueTask ReachedAsync(string mark, int times = 1, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_marks.GetValueOrDefault(mark) >= times)
            {
                return default;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((mark, times, reached));
            return new ValueTask(reached.Task.WaitAsync(cancellationToken));
        }
    }

    public ValueTask<int> CountAsync(string mark)
    {
        lock (_lock)
        {
            return new ValueTask<int>(_marks.GetValueOrDefault(mark));
        }
    }

    public ValueTask OpenAsync(string gate)
    {
        Gate(gate).TrySetResult();
        return default;
    }

    private TaskCompletionSource Gate(string name)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(name, out TaskCompletionSource? gate))
            {
                _gates.Add(name, gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            return gate;
        }
    }
}
