namespace RpcWss.Connections;

/// <summary>
/// The execution context that a pool work item runs in. The receive loop's own is that of the request or the caller that opened the connection: none of the calls' business.
/// </summary>
internal static class EmptyContext
{
    private static readonly ExecutionContext _context = Capture();

    public static void Run(ContextCallback callback, object state) => ExecutionContext.Run(_context, callback, state);

    private static ExecutionContext Capture()
    {
        ExecutionContext? empty = null;
        var thread = new Thread(() => empty = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return empty!;
    }
}
