using System.Security.Cryptography;
using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class EchoService(Board board) : IEcho
{
    /// <summary>What <see cref="IEcho.AnswerAsync"/> must return.</summary>
    public static byte[] AnswerTo(byte[] question, int length)
    {
        byte[] answer = new byte[length];
        new Random(BitConverter.ToInt32(SHA256.HashData(question))).NextBytes(answer);
        return answer;
    }

    public ValueTask EmptyAsync(CancellationToken cancellationToken)
    {
        board.Mark("empty");
        return default;
    }

    public ValueTask<int> NextAsync(int value, CancellationToken cancellationToken)
    {
        board.Mark("next");
        return new(value + 1);
    }

    public ValueTask<string?> TextAsync(string? value) => new(value);

    public ValueTask<byte[]?> BytesAsync(byte[]? value, CancellationToken cancellationToken) => new(value);

    public ValueTask<int[]?> NumbersAsync(int[]? values) => new(values);

    public ValueTask<byte[]> AnswerAsync(byte[] question, int length, CancellationToken cancellationToken) => new(AnswerTo(question, length));

    public ValueTask<int> AddAsync(int left, int right) => new(left + right);

    public ValueTask<string> AddAsync(string left, string right) => new(left + right);

    public ValueTask<int> AddAsync(int first, int second, int third) => new(first + second + third);

    public ValueTask NoteAsync(string mark, byte[]? ballast)
    {
        board.Mark(mark);
        return default;
    }
}
