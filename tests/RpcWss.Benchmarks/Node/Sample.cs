using System.Text.Json.Serialization;

namespace RpcWss.Benchmarks.Node;

/// <summary>What one measurement found, as the client process reports it.</summary>
internal sealed record Sample
{
    /// <summary>Calls, items or connections, whatever the workload counts.</summary>
    public long Operations { get; init; }

    public double Seconds { get; init; }

    /// <summary>Microseconds of one operation, where each was timed.</summary>
    public double P50 { get; init; }

    public double P99 { get; init; }

    /// <summary>Bytes that the client process allocated meanwhile.</summary>
    public long ClientAllocated { get; init; }

    public double ClientProcessorMilliseconds { get; init; }

    /// <summary>Why there is nothing: the subject cannot do it.</summary>
    public bool IsUnsupported { get; init; }

    /// <summary>Why there is nothing: it failed.</summary>
    public string? Error { get; init; }
}

/// <summary>Samples as lines between processes; written at compile time, for the native client.</summary>
[JsonSerializable(typeof(Sample))]
internal sealed partial class SampleJson : JsonSerializerContext;
