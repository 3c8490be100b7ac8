using RpcWss.Generators.Model;

namespace RpcWss.Generators.Compatibility;

/// <summary>One thing that is not as the baseline has it.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Title">What changed, as messages name it.</param>
/// <param name="Reason">In what way.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Code">What to blame in the code; null where nothing of it is left there.</param>
/// <param name="Parameter">Which parameter of a method to blame; empty for the method.</param>
/// <param name="Line">What to blame in the baseline where the code has nothing.</param>
/// <param name="Edit">What accepts the change.</param>
/// <param name="KeptName">The name that a method or contract had on the wire, where only that seems to have changed; else empty.</param>
internal sealed record WireChange(
    ChangeKind Kind, string Title, string Reason, string Advice, WirePlace? Code, string Parameter, WirePlace Line, WireEdit Edit, string KeptName = "");

/// <summary>The lines that leave a baseline, and those that come.</summary>
internal sealed record WireEdit(EquatableArray<string> Removed, EquatableArray<string> Added)
{
    public static WireEdit Of(IEnumerable<WireLine> removed, IEnumerable<WireLine> added) => new(Texts(removed), Texts(added));

    private static EquatableArray<string> Texts(IEnumerable<WireLine> lines)
    {
        var texts = new List<string>();
        foreach (var line in lines)
        {
            texts.Add(line.ToString()!);
        }

        return new(texts);
    }
}

/// <summary>What a change means.</summary>
internal enum ChangeKind
{
    /// <summary>A contract or method is not found any more.</summary>
    Gone,

    /// <summary>A method does not understand older peers, or they do not understand it.</summary>
    Method,

    /// <summary>So it is with a data type.</summary>
    Data,

    /// <summary>It is compatible, and the baseline does not know it.</summary>
    Unrecorded,
}
