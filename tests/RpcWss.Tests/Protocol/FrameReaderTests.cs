using System.Buffers.Binary;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>How a message is taken apart into frames.</summary>
public sealed class FrameReaderTests
{
    [Theory]
    [InlineData(64, true)]
    [InlineData(63, false)]
    public void A_frame_may_be_as_large_as_announced_and_not_a_byte_larger(int maxFrame, bool accepted)
    {
        byte[] frame = new byte[64];
        int header = ChunkFrame.WriteHeader(frame, 7, 0, 64 - 6);
        Assert.Equal(6, header);

        if (accepted)
        {
            var reader = new FrameReader(frame, maxFrame);
            Assert.True(reader.TryRead(out _, out _));
            return;
        }

        var fault = Assert.Throws<ProtocolViolationException>(() => new FrameReader(frame, maxFrame).TryRead(out _, out _));
        Assert.Equal(GoAwayCode.LimitExceeded, fault.Code);
        Assert.Equal("A frame is larger than announced as accepted; 64 bytes, maxFrame is 63", fault.Message);
    }

    [Fact]
    public void The_limit_holds_for_optional_frames_that_are_skipped()
    {
        byte[] frame = [0x92, 64, 0xc4, 60, .. new byte[60]];

        var fault = Assert.Throws<ProtocolViolationException>(() => new FrameReader(frame, 63).TryRead(out _, out _));

        Assert.Equal(GoAwayCode.LimitExceeded, fault.Code);
    }

    [Fact]
    public void The_limit_is_for_each_frame_and_not_for_the_message()
    {
        byte[] ping = [0x92, 0x09, 0x01];
        var reader = new FrameReader([.. ping, .. ping, .. ping], maxFrame: 3);

        int frames = 0;
        while (reader.TryRead(out _, out _))
            frames++;

        Assert.Equal(3, frames);
    }

    [Fact]
    public void A_body_holds_the_elements_after_the_kind_and_nothing_of_the_next_frame()
    {
        var reader = new FrameReader([0x93, 0x03, 0x07, 0x01, 0x92, 0x09, 0x05], 1024);

        Assert.True(reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body));
        Assert.Equal(FrameKind.Cancel, kind);
        Assert.Equal([0x07, 0x01], body.ToArray());
        Assert.Equal(2, reader.ElementCount);
        Assert.True(reader.TryRead(out kind, out body));
        Assert.Equal(FrameKind.Ping, kind);
        Assert.Equal([0x05], body.ToArray());
        Assert.Equal(1, reader.ElementCount);
        Assert.False(reader.TryRead(out _, out body));
        Assert.True(body.IsEmpty);
    }

    [Fact]
    public void Frames_before_a_bad_one_are_handed_out()
    {
        var reader = new FrameReader([0x92, 0x09, 0x01, 0xc1], 1024);

        Assert.True(reader.TryRead(out FrameKind kind, out _));
        Assert.Equal(FrameKind.Ping, kind);
        ProtocolViolationException? fault = null;
        try
        {
            reader.TryRead(out _, out _);
        }
        catch (ProtocolViolationException violation)
        {
            fault = violation;
        }

        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("9201", "A MessagePack value reaches beyond the end of its frame")]
    [InlineData("90", "An empty array arrived; a frame starts with its kind")]
    [InlineData("", "A message without a frame arrived; at least one is needed")]
    [InlineData("920e00", "A frame of an unknown critical kind arrived; kind 14")]
    [InlineData("c0", "An element has the wrong type; array expected, MessagePack code 0xc0 found")]
    [InlineData("9109", "A Ping frame has too few elements; 1 after the kind needed, 0 received")]
    [InlineData("93030001", "The call id is out of range; 0 received")]
    [InlineData("9240c1", "MessagePack data contains the byte 0xc1, which has no meaning")]
    public void A_fault_says_what_happened_and_with_what(string hex, string message)
    {
        var fault = Assert.Throws<ProtocolViolationException>(() => FrameConsumer.Consume(Convert.FromHexString(hex)));

        Assert.Equal(message, fault.Message);
        Assert.Equal(GoAwayCode.ProtocolError, fault.Code);
    }

    [Fact]
    public void A_frame_nested_10_000_deep_is_a_fault_that_names_the_limit()
    {
        byte[] frame = [0x92, 64, .. Enumerable.Repeat((byte)0x91, 10_000), 0x90];

        var fault = Assert.Throws<ProtocolViolationException>(() => FrameConsumer.Consume(frame));

        Assert.Equal(GoAwayCode.LimitExceeded, fault.Code);
        Assert.Equal("MessagePack data nests too deep; more than 64 levels", fault.Message);
    }

    [Fact]
    public void An_array_header_of_4_G_elements_is_a_fault_and_allocates_nothing_for_them()
    {
        byte[] frame = [0xdd, 0, 0, 0, 0, 0x09, 0x01];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), uint.MaxValue);
        FaultOf(frame);

        long before = GC.GetAllocatedBytesForCurrentThread();
        FaultOf(frame);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 16 * 1024, $"{allocated} bytes were allocated.");
    }

    private static void FaultOf(byte[] frame)
    {
        try
        {
            FrameConsumer.Consume(frame);
            Assert.Fail("The frame decoded.");
        }
        catch (ProtocolViolationException)
        {
        }
    }
}
