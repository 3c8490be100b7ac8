using System.ComponentModel;
using MessagePack;

namespace RpcWss.Generated;

/// <summary>
/// What generated code needs to write and read beyond <see cref="MessagePackWriter"/> and <see cref="MessagePackReader"/>. The
/// bytes are those of MessagePack-CSharp's standard resolver; the bounds are ours, since its security options are not used.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class RpcFormat
{
    private const int MaximumDepth = 64;

    /// <summary>Counts an array, map or object that is entered; generated code decreases <see cref="MessagePackReader.Depth"/> when it leaves.</summary>
    /// <exception cref="MessagePackSerializationException">The data nest deeper than 64 levels.</exception>
    public static void Enter(ref MessagePackReader reader)
    {
        if (reader.Depth >= MaximumDepth)
        {
            throw TooDeep();
        }

        reader.Depth++;
    }

    /// <summary>Checks the length of what is read by position.</summary>
    /// <exception cref="MessagePackSerializationException">It has another length.</exception>
    public static void RequireLength(int actual, int expected)
    {
        if (actual != expected)
        {
            throw new MessagePackSerializationException($"An array of {expected} items was expected; {actual} arrived.");
        }
    }

    /// <summary>The error of an argument that was not sent and has no default value.</summary>
    public static Exception Missing(string parameter) =>
        new MessagePackSerializationException($"The argument '{parameter}' was not sent and has no default value.");

    private static MessagePackSerializationException TooDeep() => new($"The data nest deeper than {MaximumDepth} levels.");

    private static MessagePackSerializationException Unexpected(string type) => new($"The data are not {type}.");
}
