using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Micro;

internal sealed class Measured : IMeasured
{
    public const int BlockSize = 1024;

    private int _notes;

    /// <summary>How many notes have arrived.</summary>
    public int Notes => Volatile.Read(ref _notes);

    public ValueTask<int> AddAsync(int left, int right) => new(left + right);

    public ValueTask<string> NameAsync(int number) => new("a name");

    public ValueTask NoteAsync(int number)
    {
        Interlocked.Increment(ref _notes);
        return default;
    }

    public IAsyncEnumerable<int> CountAsync(int count, CancellationToken cancellationToken) => Items.NumbersAsync(count);

    public IAsyncEnumerable<byte[]> BlocksAsync(int count, CancellationToken cancellationToken) => Items.BlocksAsync(count, BlockSize);

    public async ValueTask<int> TakeAsync(IAsyncEnumerable<int> items, CancellationToken cancellationToken) => await Items.CountAsync(items);

    public async ValueTask<int> TakeBlocksAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken) => await Items.CountAsync(items);

    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);
}
