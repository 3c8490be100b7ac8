using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>The frames of a call are on every call's path, so neither reading nor writing them may allocate.</summary>
public sealed class AllocationTests
{
    [Fact]
    public void Reading_and_writing_the_frames_of_a_call_allocates_nothing()
    {
        byte[] message = new byte[1024];
        RoundTrip(message);

        long before = GC.GetAllocatedBytesForCurrentThread();
        ulong sum = 0;
        for (int repeat = 0; repeat < 100; repeat++)
            sum += RoundTrip(message);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(100 * 3 * 70_000ul, sum);
    }

    private static ulong RoundTrip(byte[] message)
    {
        const CallFlags Flags = CallFlags.Deadline | CallFlags.Name | CallFlags.Parent | CallFlags.Credit | CallFlags.Key;
        int length = CallFrame.WriteHeader(message, 70_000, 300, Flags, 100_000, "A.IB/C"u8, 7, [], 5, 16_384, "key"u8, 3);
        length += 3;
        length += StatusFrame.WriteHeader(message.AsSpan(length), 70_000, 0, StatusFlags.None, [], [], [], 0);
        length += CreditFrame.Write(message.AsSpan(length), 70_000, 0, 5);

        ulong sum = 0;
        var reader = new FrameReader(message.AsSpan(0, length), 1024);
        while (reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body))
        {
            sum += kind switch
            {
                FrameKind.Call => CallFrame.Read(body, reader.ElementCount).Id,
                FrameKind.Status => StatusFrame.Read(body, reader.ElementCount).Id,
                _ => CreditFrame.Read(body, reader.ElementCount).Id,
            };
        }

        return sum;
    }
}
