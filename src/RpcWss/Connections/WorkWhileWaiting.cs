using System.Runtime.CompilerServices;

namespace RpcWss.Connections;

/// <summary>
/// Awaits the next message, and has this thread take the work that the last one brought: the loop goes on on whichever thread the next message comes on, or on one of the
/// pool where it has come.
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
