using System.Buffers;
using System.Text;

namespace RemoteFiles.Server;

/// <summary>
/// Reads a file's text, UTF-8, line by line. A line longer than 16 Ki characters comes in pieces of that size with one number, so a file without line
/// breaks takes no more memory than another.
/// </summary>
internal sealed class TextLines(Stream content) : IDisposable
{
    private const int Size = 16 * 1024;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(Size);
    private readonly char[] _text = ArrayPool<char>.Shared.Rent(Size + 4);
    private int _start;
    private int _end;
    private bool _ended;
    private bool _lineGoesOn;

    /// <summary>The number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The current line, or a piece of it, without its line break.</summary>
    public ReadOnlyMemory<char> Current { get; private set; }

    /// <summary>Whether the file turned out to hold something else than text: it has a NUL.</summary>
    public bool IsBinary { get; private set; }

    /// <summary>Goes on to the next line, or piece of one. False at the end, and in a binary file.</summary>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            int length = _text.AsSpan(_start.._end).IndexOf('\n');
            bool isFull = _end - _start >= Size;
            if (length >= 0 || isFull || (_ended && _end > _start))
            {
                Take(length >= 0 ? length : _end - _start, hasBreak: length >= 0, goesOn: length < 0 && isFull);
                return true;
            }

            if (_ended || !await FillAsync(cancellationToken))
            {
                return false;
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        ArrayPool<char>.Shared.Return(_text);
    }

    private void Take(int length, bool hasBreak, bool goesOn)
    {
        Number += _lineGoesOn ? 0 : 1;
        _lineGoesOn = goesOn;
        int visible = length > 0 && hasBreak && _text[_start + length - 1] == '\r' ? length - 1 : length;
        Current = _text.AsMemory(_start, visible);
        _start += length + (hasBreak ? 1 : 0);
    }

    // False: binary.
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _text.AsSpan(_start.._end).CopyTo(_text);
        _end -= _start;
        _start = 0;

        // A byte never makes more than one character, but for those that the decoder kept of a character cut in two: hence the spare room.
        int count = await content.ReadAsync(_bytes.AsMemory(0, Size - _end), cancellationToken);
        _ended = count == 0;
        int added = _decoder.GetChars(_bytes.AsSpan(0, count), _text.AsSpan(_end), flush: _ended);
        IsBinary = _text.AsSpan(_end, added).Contains('\0');
        _end += added;
        return !IsBinary;
    }
}
