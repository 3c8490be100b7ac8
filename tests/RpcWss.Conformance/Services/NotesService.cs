using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

/// <summary>Keeps no lock: calls of an ordered contract must never meet here.</summary>
internal sealed class NotesService(Board board) : INotes
{
    private readonly List<int> _numbers = [];
    private int _running;

    public async ValueTask AppendAsync(int number, byte[]? ballast)
    {
        Enter();
        if (number % 16 == 0)
        {
            // Now and then a call does not complete at once, and the next one must wait for it.
            await Task.Yield();
        }

        _numbers.Add(number);
        _running--;
    }

    public ValueTask<int[]> ReadAsync()
    {
        Enter();
        int[] read = [.. _numbers];
        _running--;
        return new(read);
    }

    private void Enter()
    {
        if (++_running != 1)
        {
            board.Mark("two calls met");
        }
    }
}
