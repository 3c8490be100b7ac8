using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections.Streams;

namespace RpcWss.Tests.Connections.Streams;

/// <summary>How windows follow the way: streams of which each sends its window in every round trip, as far as the way lets them.</summary>
public sealed class FairWindowsTests
{
    private const long First = 16 * 1024;

    private static readonly TimeSpan _roundTrip = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void A_window_grows_for_as_long_as_it_is_what_holds_the_stream_up()
    {
        var way = new Way(bytesInARoundTrip: long.MaxValue);
        Flow stream = way.Add();

        way.Run(rounds: 14);

        Assert.InRange(stream.Window, 200 * First, long.MaxValue);
    }

    [Fact]
    public void A_window_grows_though_every_round_trip_but_the_first_takes_longer()
    {
        var way = new Way(bytesInARoundTrip: long.MaxValue);
        Flow stream = way.Add();

        way.Run(rounds: 1);
        way.Delay = 1.4;
        way.Run(rounds: 13);

        Assert.InRange(stream.Window, 16 * First, long.MaxValue);
    }

    [Fact]
    public void A_window_stops_growing_where_it_would_only_fill_queues()
    {
        var way = new Way(bytesInARoundTrip: 100_000) { IsShared = true };
        Flow stream = way.Add();

        way.Run(rounds: 100);

        Assert.InRange(stream.Window, 100_000, 200_000);
    }

    [Fact]
    public void Streams_that_wait_together_have_equal_windows_and_together_no_more_than_one_would()
    {
        var way = new Way(bytesInARoundTrip: 1_000_000);
        Flow first = way.Add();
        way.Run(rounds: 30);
        long alone = first.Window;
        Flow[] others = [.. Enumerable.Range(0, 7).Select(_ => way.Add())];

        way.Run(rounds: 100);

        Assert.All(others, stream => Assert.Equal(first.Window, stream.Window));
        Assert.InRange(8 * first.Window, 1_000_000, 2 * 1_500_000);
        Assert.InRange(alone, 4 * first.Window, long.MaxValue);
    }

    [Fact]
    public void A_stream_that_ended_makes_room_for_the_others()
    {
        var way = new Way(bytesInARoundTrip: 1_000_000);
        Flow[] streams = [.. Enumerable.Range(0, 8).Select(_ => way.Add())];
        way.Run(rounds: 100);
        long shared = streams[0].Window;

        Array.ForEach(streams[1..], way.Remove);
        way.Run(rounds: 100);

        Assert.InRange(streams[0].Window, 4 * shared, long.MaxValue);
    }

    [Fact]
    public void A_short_way_that_nobody_else_uses_is_filled_for_milliseconds_and_gives_way_to_whoever_calls()
    {
        var way = new Way(bytesInARoundTrip: 100_000) { RoundTrip = TimeSpan.FromMilliseconds(0.5) };
        Flow stream = way.Add();

        way.Run(rounds: 1_000);
        long alone = stream.Window;
        way.IsShared = true;
        way.Run(rounds: 1_000);
        long beside = stream.Window;
        way.IsShared = false;
        way.Run(rounds: 20_000);

        Assert.InRange(alone, 900_000, 1_800_000);
        Assert.InRange(beside, 100_000, alone / 2);
        Assert.InRange(stream.Window, 900_000, 1_800_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_stream_that_follows_another_begins_with_what_that_has_found_unless_somebody_calls(bool somebodyCalls)
    {
        var way = new Way(bytesInARoundTrip: 100_000) { RoundTrip = TimeSpan.FromMilliseconds(0.5) };
        Flow first = way.Add();
        way.Run(rounds: 1_000);
        way.Remove(first);
        way.IsShared = somebodyCalls;
        Flow next = way.Add();

        way.Run(rounds: 1);

        Assert.Equal(somebodyCalls, next.Window < first.Window);
    }

    /// <summary>A way that holds so much; whatever its streams have more of comes later.</summary>
    private sealed class Way(long bytesInARoundTrip)
    {
        private readonly FakeTimeProvider _time = new();
        private readonly List<Flow> _flows = [];
        private SmallCalls? _calls;
        private FairWindows? _windows;

        /// <summary>Whether somebody calls beside the streams.</summary>
        public bool IsShared { get; set; }

        /// <summary>How long a round trip takes when nothing else is in the way.</summary>
        public TimeSpan RoundTrip { get; init; } = _roundTrip;

        /// <summary>How many times as long as the shortest a round trip takes.</summary>
        public double Delay { get; set; } = 1;

        private FairWindows Windows => _windows ??= new FairWindows(_time, Calls);

        private SmallCalls Calls => _calls ??= new SmallCalls(_time);

        public Flow Add()
        {
            var flow = new Flow(new RoundTrips(Windows, _time));
            _flows.Add(flow);
            return flow;
        }

        public void Remove(Flow flow)
        {
            Windows.Remove(flow.RoundTrips);
            _flows.Remove(flow);
        }

        public void Run(int rounds)
        {
            for (int round = 0; round < rounds; round++)
            {
                if (IsShared)
                {
                    Calls.Note(_time.GetTimestamp());
                }

                long sum = _flows.Sum(flow => flow.Window);
                double share = Math.Min(1, bytesInARoundTrip / (double)sum);
                _flows.ForEach(flow => flow.RoundTrips.Granted(flow.Position + flow.Window));

                // What the way does not hold waits in its queues, and so does what comes behind it.
                _time.Advance(RoundTrip * Delay / Math.Max(share, 0.01));
                foreach (Flow flow in _flows)
                {
                    flow.Position += flow.Window;
                    Windows.Arrived(flow.Window);
                    flow.RoundTrips.Waited(flow.Window, flow.Position);
                }

                _flows.ForEach(flow => flow.Window = Math.Max(First, flow.RoundTrips.Window));
            }
        }
    }

    private sealed class Flow(RoundTrips roundTrips)
    {
        public RoundTrips RoundTrips { get; } = roundTrips;

        public long Window { get; set; } = First;

        public long Position { get; set; }
    }
}
