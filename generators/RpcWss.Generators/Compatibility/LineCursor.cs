using System.Globalization;
using System.Text;

namespace RpcWss.Generators.Compatibility;

/// <summary>Reads the words of one line, left to right. What it does not understand it says in a <see cref="FormatException"/>, whatever the text is.</summary>
internal sealed class LineCursor(string line)
{
    private int _at;

    public bool IsAtEnd => _at == line.Length;

    /// <summary>Takes a text if it comes next.</summary>
    public bool Take(string text)
    {
        if (string.CompareOrdinal(line, _at, text, 0, text.Length) != 0)
        {
            return false;
        }

        _at += text.Length;
        return true;
    }

    public void Require(string text)
    {
        if (!Take(text))
        {
            throw Unexpected($"'{text}'");
        }
    }

    public void RequireEnd()
    {
        if (!IsAtEnd)
        {
            throw Unexpected("the end of the line");
        }
    }

    /// <summary>Characters up to the next one of <paramref name="ends"/>, at least one.</summary>
    public string Until(string ends, string what)
    {
        int start = _at;
        while (_at < line.Length && ends.IndexOf(line[_at]) < 0)
        {
            _at++;
        }

        return _at > start ? line.Substring(start, _at - start) : throw Unexpected(what);
    }

    /// <summary>The name of a type: an identifier with dots, an alias, and type arguments in which anything may stand that is balanced.</summary>
    public string TypeName()
    {
        int start = _at;
        int depth = 0;
        for (; _at < line.Length; _at++)
        {
            char c = line[_at];
            if (c == '<')
            {
                depth++;
            }
            else if (c == '>' && depth > 0)
            {
                depth--;
            }
            else if (c == ':' && depth == 0 && _at + 1 < line.Length && line[_at + 1] == ':')
            {
                _at++;
            }
            else if (depth == 0 ? !(char.IsLetterOrDigit(c) || c is '.' or '_' or '@') : char.IsWhiteSpace(c))
            {
                break;
            }
        }

        return _at > start && depth == 0 ? line.Substring(start, _at - start) : throw Unexpected("the name of a type");
    }

    /// <summary>A key: a number from 0, or a name in quotes.</summary>
    public WireKey Key()
    {
        if (Take("\""))
        {
            return new WireKey(0, Quoted());
        }

        string digits = Until("]", "a key");
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? new WireKey(number, null)
            : throw Unexpected("a number or a name in quotes before ']'");
    }

    public FormatException Unexpected(string expected) => new($"{expected} is expected {(IsAtEnd ? "at its end" : $"at '{Rest()}'")}");

    private string Quoted()
    {
        var name = new StringBuilder();
        while (!Take("\""))
        {
            if (Take("\\u"))
            {
                string digits = line.Substring(_at, Math.Min(4, line.Length - _at));
                name.Append(ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) && digits.Length == 4
                    ? (char)unit
                    : throw Unexpected("four hexadecimal digits"));
                _at += 4;
                continue;
            }

            Take("\\");
            if (IsAtEnd)
            {
                throw Unexpected("a quote");
            }

            name.Append(line[_at]);
            _at++;
        }

        return name.ToString();
    }

    /// <summary>As much of what is left as a message can show.</summary>
    private string Rest() => line.Length - _at <= 40 ? line.Substring(_at) : line.Substring(_at, 40) + "…";
}
