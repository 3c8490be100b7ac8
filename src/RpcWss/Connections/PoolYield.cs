using System.Runtime.CompilerServices;

namespace RpcWss.Connections;

/// <summary>
/// Goes on at the end of the thread pool's queue, whatever thread it is awaited on: <see cref="Task.Yield"/> would go back to the synchronization context of a caller.
/// </summary>
internal readonly struct PoolYield : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public PoolYield GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => ThreadPool.UnsafeQueueUserWorkItem(static run => run(), continuation, preferLocal: false);
}
