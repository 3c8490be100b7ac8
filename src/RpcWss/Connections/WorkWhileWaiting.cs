using System.Runtime.CompilerServices;

namespace RpcWss.Connections;

/// <summary>
/// Awaits the next message. Where that has not come, this thread has nothing to do: it takes the work that the last one brought, while whichever thread the next one comes
/// on goes on with the loop.
/// </summary>
internal readonly struct WorkWhileWaiting(ValueTask<int> receiving, WorkQueue work) : ICriticalNotifyCompletion
{
    private readonly ConfiguredValueTaskAwaitable<int>.ConfiguredValueTaskAwaiter _receiving = receiving.ConfigureAwait(false).GetAwaiter();

    /// <summary>Never, even if it has come meanwhile: the work would be left undone.</summary>
    public bool IsCompleted => false;

    public WorkWhileWaiting GetAwaiter() => this;

    public int GetResult() => _receiving.GetResult();

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        _receiving.UnsafeOnCompleted(continuation);
        work.Run();
    }
}
