using System.Collections.Concurrent;

namespace RpcWss.Tests.Connections;

/// <summary>A service whose behaviour each test sets.</summary>
internal sealed class Probe : IProbe
{
    public StreamProbe Streams { get; } = new();

    public Func<string, RpcCallContext, CancellationToken, ValueTask<string>> OnRun { get; set; } = (input, _, _) => new(input);

    public Func<string, ValueTask> OnNote { get; set; } = _ => default;

    public ConcurrentQueue<string> Notes { get; } = new();

    public ValueTask<int> AddAsync(int left, int right, CancellationToken cancellationToken) => new(left + right);

    public ValueTask<byte[]> EchoAsync(byte[] bytes, CancellationToken cancellationToken) => new(bytes);

    public ValueTask<int> WeighAsync(Cargo cargo, CancellationToken cancellationToken) => new(cargo.Weight);

    public ValueTask<string> RunAsync(string input, CancellationToken cancellationToken, RpcCallContext? context) => OnRun(input, context!, cancellationToken);

    public ValueTask NoteAsync(string text)
    {
        Notes.Enqueue(text);
        return OnNote(text);
    }
}
