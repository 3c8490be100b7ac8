using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;

namespace RpcWss.Tests.Connections;

public sealed class DeadlineTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(100_000)]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue + 1L)]
    [InlineData(10L * uint.MaxValue)]
    public void Milliseconds_of_the_wire_come_back_as_they_were(long milliseconds)
    {
        long now = _time.GetTimestamp();
        long due = Deadline.AfterMilliseconds(_time, now, (ulong)milliseconds);

        Assert.Equal((ulong)milliseconds, Deadline.RemainingMilliseconds(_time, now, due));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Deadline.Remaining(_time, now, due));
    }

    [Fact]
    public void What_is_left_is_rounded_up_and_never_to_nothing()
    {
        long millisecond = _time.TimestampFrequency / 1000;

        Assert.Equal(0UL, Deadline.RemainingMilliseconds(_time, 5, 5));
        Assert.Equal(1UL, Deadline.RemainingMilliseconds(_time, 5, 6));
        Assert.Equal(1UL, Deadline.RemainingMilliseconds(_time, 0, millisecond));
        Assert.Equal(2UL, Deadline.RemainingMilliseconds(_time, 0, millisecond + 1));
    }

    [Fact]
    public void What_is_too_far_to_count_is_no_deadline()
    {
        Assert.Equal(Deadline.None, Deadline.Span(_time, Timeout.InfiniteTimeSpan));
        Assert.Equal(Deadline.None, Deadline.Span(_time, TimeSpan.MaxValue));
        Assert.Equal(Deadline.None, Deadline.After(7, Deadline.None));
        Assert.Equal(Deadline.None, Deadline.AfterMilliseconds(_time, 7, ulong.MaxValue));
    }
}
