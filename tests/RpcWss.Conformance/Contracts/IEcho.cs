namespace RpcWss.Conformance.Contracts;

/// <summary>Plain calls.</summary>
[RpcContract(Name = WireName)]
internal partial interface IEcho
{
    const string WireName = "conformance.echo";

    ValueTask EmptyAsync(CancellationToken cancellationToken = default);

    ValueTask<int> NextAsync(int value, CancellationToken cancellationToken = default);

    ValueTask<string?> TextAsync(string? value);

    ValueTask<byte[]?> BytesAsync(byte[]? value, CancellationToken cancellationToken = default);

    ValueTask<int[]?> NumbersAsync(int[]? values);

    /// <summary>Returns <paramref name="length"/> bytes that follow from the hash of those received.</summary>
    ValueTask<byte[]> AnswerAsync(byte[] question, int length, CancellationToken cancellationToken = default);

    [RpcMethod(Name = "AddNumbers")]
    ValueTask<int> AddAsync(int left, int right);

    [RpcMethod(Name = "AddTexts")]
    ValueTask<string> AddAsync(string left, string right);

    [RpcMethod(Name = "AddThree")]
    ValueTask<int> AddAsync(int first, int second, int third);

    /// <summary>Makes a mark on the board of the side that serves it.</summary>
    [RpcMethod(OneWay = true)]
    ValueTask NoteAsync(string mark, byte[]? ballast = null);
}
