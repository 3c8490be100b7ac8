namespace RpcWss.Benchmarks;

/// <summary>The call that is measured, and what the server knows of its own cost.</summary>
[RpcContract]
public partial interface IAdder
{
    ValueTask<int> AddAsync(int left, int right);

    /// <summary>How many bytes the server process has allocated since it started.</summary>
    ValueTask<long> AllocatedBytesAsync();

    /// <summary>How much processor time the server process has used, in milliseconds.</summary>
    ValueTask<double> ProcessorMillisecondsAsync();
}
