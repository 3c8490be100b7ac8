using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>Sides whose time stands still until a case moves it.</summary>
internal static class Clocks
{
    private static readonly TimeSpan _never = TimeSpan.FromDays(1000);

    /// <summary>Limits under which nothing happens by itself, however far the clock is moved.</summary>
    public static RpcLimits Patient { get; } = new() { PingInterval = Timeout.InfiniteTimeSpan, WriteStallTimeout = _never, DefaultDeadline = Timeout.InfiniteTimeSpan };

    public static Side SideOf(FakeTimeProvider time, RpcLimits? limits = null) => new(new SideOptions { Time = time, Limits = limits ?? Patient });
}
