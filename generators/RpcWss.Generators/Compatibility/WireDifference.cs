namespace RpcWss.Generators.Compatibility;

/// <summary>How something on the wire differs from what it was, the worse the greater.</summary>
internal enum WireVerdict
{
    /// <summary>Not at all.</summary>
    Same,

    /// <summary>Each side reads all that the other sends.</summary>
    Alike,

    /// <summary>New readers read all that old senders send; old readers fail on what could not be sent before.</summary>
    Widened,

    /// <summary>Something that was sent before is not read any more, or something that is sent now was never read.</summary>
    Broken,
}

/// <summary>A verdict with its reason, in words that end a sentence; empty when nothing needs to be said.</summary>
internal readonly record struct WireDifference(WireVerdict Verdict, string Reason)
{
    public static WireDifference None => new(WireVerdict.Same, "");

    public static WireDifference Alike => new(WireVerdict.Alike, "");

    public static WireDifference Widened(string reason) => new(WireVerdict.Widened, reason);

    public static WireDifference Broken(string reason) => new(WireVerdict.Broken, reason);

    /// <summary>The worse of the two.</summary>
    public WireDifference Or(WireDifference other) => other.Verdict > Verdict ? other : this;
}
