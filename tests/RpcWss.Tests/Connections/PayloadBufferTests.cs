using System.Runtime.InteropServices;
using RpcWss.Connections;

namespace RpcWss.Tests.Connections;

public sealed class PayloadBufferTests
{
    [Theory]
    [InlineData(100, 1)]
    [InlineData(64 * 1024, 6)]
    [InlineData(1024 * 1024, 22)]
    [InlineData(64 * 1024 * 1024, 90)]
    public void A_payload_lies_in_few_pieces_and_takes_little_more_memory_than_it_has_bytes(int length, int most)
    {
        var buffer = new PayloadBuffer();
        byte[] chunk = new byte[16 * 1024];
        for (int left = length; left > 0; left -= chunk.Length)
        {
            buffer.Write(chunk.AsSpan(0, Math.Min(left, chunk.Length)));
        }

        int pieces = 0;
        long memory = 0;
        foreach (ReadOnlyMemory<byte> piece in buffer.AsSequence())
        {
            Assert.True(MemoryMarshal.TryGetArray(piece, out ArraySegment<byte> part));
            pieces++;
            memory += part.Array!.Length;
        }

        Assert.Equal(length, buffer.Length);
        Assert.InRange(pieces, 1, most);
        Assert.InRange(memory, length, (length * 1.25) + (64 * 1024));
        buffer.Clear();
    }
}
