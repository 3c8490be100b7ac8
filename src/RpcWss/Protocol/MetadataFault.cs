namespace RpcWss.Protocol;

/// <summary>Why received metadata fails its call. Never a connection fault: the list is measured, so it can be passed over.</summary>
internal enum MetadataFault
{
    None,

    /// <summary>Larger than the announced limit in bytes. The call ends with ResourceExhausted.</summary>
    TooLarge,

    /// <summary>More entries than announced as accepted. The call ends with ResourceExhausted.</summary>
    TooManyEntries,

    /// <summary>A key is not 1 to 128 of the characters a-z 0-9 . _ -. The call ends with InvalidArgument.</summary>
    InvalidKey,

    /// <summary>Not a flat array of keys with str or bin values. The call ends with InvalidArgument.</summary>
    Malformed,
}
