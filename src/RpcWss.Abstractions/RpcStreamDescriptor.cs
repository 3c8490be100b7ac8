using System.ComponentModel;

namespace RpcWss;

/// <summary>Describes one stream of a method. Immutable; made by generated code.</summary>
public sealed class RpcStreamDescriptor
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RpcStreamDescriptor(string name, RpcStreamContent content, RpcSlowConsumer whenSlow, int capacity)
    {
        Name = name;
        Content = content;
        WhenSlow = whenSlow;
        Capacity = capacity;
    }

    /// <summary>The parameter's name; empty for the result.</summary>
    public string Name { get; }

    /// <summary>What the stream carries.</summary>
    public RpcStreamContent Content { get; }

    /// <summary>What becomes of items when the consumer falls behind.</summary>
    public RpcSlowConsumer WhenSlow { get; }

    /// <summary>How many items may wait at the producer's side then; of no meaning for <see cref="RpcSlowConsumer.Wait"/>.</summary>
    public int Capacity { get; }
}
