namespace RpcWss.Benchmarks.Micro;

/// <summary>Callers on the thread pool, each with one call in flight at a time; started and awaited without more memory than their tasks take.</summary>
internal sealed class ManyCallers(int callers, int callsOfCaller)
{
    private readonly Task[] _callers = new Task[callers];

    public async Task RunAsync(IMeasured proxy)
    {
        Func<Task> call = () => CallAsync(proxy);
        for (int caller = 0; caller < _callers.Length; caller++)
        {
            _callers[caller] = Task.Run(call);
        }

        await Task.WhenAll(_callers);
    }

    private async Task CallAsync(IMeasured proxy)
    {
        for (int call = 0; call < callsOfCaller; call++)
        {
            await proxy.AddAsync(call, 1);
        }
    }
}
