namespace RpcWss.Allocation.Tests;

/// <summary>Counts what the process allocates. Nothing else may run in it meanwhile.</summary>
internal static class Counted
{
    private const int Attempts = 8;

    /// <summary>
    /// Bytes for each operation, of both ends together, once pools are filled. The least of several attempts: what else happens in a process now and then, such as
    /// compiling a hot method anew, only ever adds.
    /// </summary>
    /// <param name="operations">How many are made in one attempt; 20,000 of them tell a byte for each from none.</param>
    /// <param name="enough">Stops the attempts: no need to look for less than this.</param>
    /// <param name="runAsync">Makes that many.</param>
    public static async Task<double> PerOperationAsync(int operations, double enough, Func<int, Task> runAsync)
    {
        await runAsync(operations);
        double least = double.PositiveInfinity;
        for (int attempt = 0; attempt < Attempts && least > enough; attempt++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await runAsync(operations);
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)operations);
        }

        return least;
    }
}
