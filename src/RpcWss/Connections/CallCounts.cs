using System.Diagnostics.CodeAnalysis;

namespace RpcWss.Connections;

/// <summary>Calls counted apart by the limit that they fall under: those with streams, and the others.</summary>
internal struct CallCounts
{
    private int _unary;
    private int _streaming;

    public readonly int Total => _unary + _streaming;

    /// <summary>The count of one kind.</summary>
    [UnscopedRef]
    public ref int Of(bool isStreaming)
    {
        if (isStreaming)
        {
            return ref _streaming;
        }

        return ref _unary;
    }

    /// <summary>
    /// The parent of so many calls back has ended: the slot of each kind that it shared with them is theirs now.
    /// </summary>
    public void TakeOver(CallCounts nested)
    {
        _unary += nested._unary > 0 ? 1 : 0;
        _streaming += nested._streaming > 0 ? 1 : 0;
    }
}
