using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>The framing budget of docs/protocol.md#overhead. One byte more on each call is a regression that users pay for.</summary>
public sealed class SizeBudgetTests
{
    private const ulong FiveByteId = uint.MaxValue;

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(16 * 1024)]
    public void A_plain_call_costs_at_most_16_bytes_around_its_arguments(int argumentBytes)
    {
        byte[] buffer = new byte[CallFrame.MaxHeaderLength(0, 0, 0)];

        int framing = CallFrame.WriteHeader(buffer, FiveByteId, 300, CallFlags.None, 0, [], 0, [], 0, 0, [], argumentBytes);

        Assert.InRange(framing, 1, 16);
    }

    [Fact]
    public void A_call_with_the_default_deadline_costs_at_most_16_bytes_around_its_arguments()
    {
        byte[] buffer = new byte[CallFrame.MaxHeaderLength(0, 0, 0)];

        int framing = CallFrame.WriteHeader(buffer, FiveByteId, 100, CallFlags.Deadline, 100_000, [], 0, [], 0, 0, [], 200);

        Assert.InRange(framing, 1, 16);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(16 * 1024)]
    public void A_status_with_a_result_costs_at_most_12_bytes_around_it(int resultBytes)
    {
        byte[] buffer = new byte[StatusFrame.MaxHeaderLength(0, 0, 0)];

        int framing = StatusFrame.WriteHeader(buffer, FiveByteId, 0, StatusFlags.Payload, [], [], [], resultBytes);

        Assert.InRange(framing, 1, 12);
    }

    [Fact]
    public void A_chunk_costs_at_most_12_bytes_around_its_content()
    {
        byte[] buffer = new byte[ChunkFrame.MaxHeaderLength];

        Assert.InRange(ChunkFrame.WriteHeader(buffer, FiveByteId, 1, 16 * 1024), 1, 12);
    }
}
