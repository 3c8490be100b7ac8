using System.Text;

namespace RpcWss.Generators.Emit;

/// <summary>Text with indentation; lines end in <c>\n</c> on every system, so that equal models print equal bytes.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _blankPending;

    public void Line(string line)
    {
        if (_blankPending)
        {
            _text.Append('\n');
            _blankPending = false;
        }

        _text.Append(' ', _depth * 4).Append(line).Append('\n');
    }

    /// <summary>Leaves a line blank before the next one, unless the block ends first.</summary>
    public void Blank() => _blankPending = true;

    public void Open()
    {
        Line("{");
        _depth++;
    }

    public void Open(string header)
    {
        Line(header);
        Open();
    }

    public void Close(string end = "}")
    {
        _blankPending = false;
        _depth--;
        Line(end);
    }

    /// <summary>Ends a block; what follows it stands apart.</summary>
    public void CloseApart()
    {
        Close();
        Blank();
    }

    /// <summary>Writes the next lines one level deeper, as the continuation of a statement.</summary>
    public void Indent() => _depth++;

    public void Unindent() => _depth--;

    public override string ToString() => _text.ToString();
}
