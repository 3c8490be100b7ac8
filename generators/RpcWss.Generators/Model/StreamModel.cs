namespace RpcWss.Generators.Model;

/// <summary>One stream of a method: its result, or one of its parameters.</summary>
/// <param name="Item">How an item or a report is written; null for bytes.</param>
/// <param name="ItemType">The item's type with its annotations; empty for bytes.</param>
internal sealed record StreamModel(StreamForm Form, SlowConsumer WhenSlow, int Capacity, ValueModel? Item, string ItemType);

/// <summary>What a stream is in C#.</summary>
internal enum StreamForm
{
    /// <summary>An <c>IAsyncEnumerable</c>.</summary>
    Items,

    /// <summary>A <c>Stream</c>.</summary>
    Bytes,

    /// <summary>A <c>PipeReader</c>.</summary>
    Pipe,

    /// <summary>An <c>IProgress</c>.</summary>
    Progress,
}

/// <summary>What becomes of items when the consumer falls behind: the runtime's <c>RpcSlowConsumer</c>, with its names and numbers.</summary>
internal enum SlowConsumer
{
    Wait,
    DropOldest,
    LatestOnly,
    Fail,
}
