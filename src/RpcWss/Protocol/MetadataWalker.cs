namespace RpcWss.Protocol;

/// <summary>Steps through encoded metadata without allocating and without throwing, whatever the bytes are.</summary>
internal ref struct MetadataWalker
{
    private ElementReader _reader;
    private int _left;

    /// <summary><paramref name="encoded"/> must be metadata for which <see cref="TryMeasure"/> returned true.</summary>
    public MetadataWalker(ReadOnlySpan<byte> encoded)
    {
        _reader = new ElementReader(encoded);
        _left = encoded.IsEmpty ? 0 : _reader.ReadArrayHeader();
    }

    public ReadOnlySpan<byte> Key { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Whether the value is a str; otherwise it is a bin.</summary>
    public bool IsText { get; private set; }

    /// <summary>Whether the bytes are a flat array of str keys with str or bin values; if so, their size. No bytes are no metadata.</summary>
    public static bool TryMeasure(ReadOnlySpan<byte> encoded, out long size, out int entries)
    {
        size = 0;
        entries = 0;
        if (encoded.IsEmpty)
            return true;

        // Once the array is known to be whole, the reader's own checks cannot fail below.
        if (MessagePackSkip.TryMeasure(encoded, 0, out int length) != MessagePackFault.None || length != encoded.Length)
            return false;

        var reader = new ElementReader(encoded);
        if (!reader.IsArray)
            return false;

        int elements = reader.ReadArrayHeader();
        if (elements % 2 != 0)
            return false;

        for (int left = elements; left > 0; left -= 2)
        {
            if (!reader.IsStr)
                return false;

            size += reader.ReadStr().Length + ProtocolConstants.MetadataEntryOverhead;
            if (reader.IsStr)
                size += reader.ReadStr().Length;
            else if (reader.IsBin)
                size += reader.ReadBin().Length;
            else
                return false;
        }

        entries = elements / 2;
        return true;
    }

    public bool MoveNext()
    {
        if (_left == 0)
            return false;

        _left -= 2;
        Key = _reader.ReadStr();
        IsText = _reader.IsStr;
        Value = IsText ? _reader.ReadStr() : _reader.ReadBin();
        return true;
    }
}
