using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Peers whose data types differ by the changes that the documentation allows understand each other, both ways.</summary>
public sealed class VersionTests
{
    private static readonly Echo<IMaps> _echo = new(new Maps());

    [Fact]
    public async Task An_older_type_reads_what_a_newer_one_sends()
    {
        var newer = new PersonV2 { Id = 1, Name = "a", Country = "x", Friends = [new() { Id = 2 }] };

        var person = await _echo.Instead<PersonV2, PersonV1>(newer, _echo.Proxy.V1);
        var settings = await _echo.Instead<SettingsV2, SettingsV1>(new() { Size = 5 }, _echo.Proxy.M1);

        Assert.Equal((1, "a"), (person.Id, person.Name));
        Assert.Equal((5, null), (settings.Size, settings.Old));
    }

    [Fact]
    public async Task A_newer_type_reads_what_an_older_one_sends_and_keeps_its_defaults()
    {
        var person = await _echo.Instead<PersonV1, PersonV2>(new() { Id = 1, Name = "a" }, _echo.Proxy.V2);
        var settings = await _echo.Instead<SettingsV1, SettingsV2>(new() { Size = 5, Old = "gone" }, _echo.Proxy.M2);

        Assert.Equal((1, "a", "unknown", 0), (person.Id, person.Name, person.Country, person.Friends.Count));
        Assert.Equal((5, 8, 1), (settings.Size, settings.Added, settings.Extra!.Count));
    }

    [Fact]
    public async Task Renamed_widened_and_dropped_members_are_read_by_the_newer_side()
    {
        var newer = await _echo.Instead<WidthV1, WidthV2>(
            new() { Number = 7, Items = [1, 2], Day = DayOfWeek.Friday, Dropped = [1, 2, 3], Shape = new Circle { Radius = 2 } }, _echo.Proxy.W2);

        Assert.Equal((7L, 5), (newer.Renamed, newer.Day));
        Assert.Equal([1L, 2], newer.Items!);
        var circle = Assert.IsType<CircleV2>(newer.Shape);
        Assert.Equal((2, "black"), (circle.Radius, circle.Color));
    }

    [Fact]
    public async Task Renamed_widened_and_dropped_members_are_read_by_the_older_side()
    {
        var older = await _echo.Instead<WidthV2, WidthV1>(
            new() { Renamed = 7, Items = [1, 2], Day = 5, Shape = new CircleV2 { Radius = 2, Color = "red" } }, _echo.Proxy.W1);

        Assert.Equal((7, DayOfWeek.Friday, null), (older.Number, older.Day, older.Dropped));
        Assert.Equal([1, 2], older.Items!);
        Assert.Equal(2, Assert.IsType<Circle>(older.Shape).Radius);
    }

    [Fact]
    public async Task A_number_that_does_not_fit_the_older_type_fails_the_call()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _echo.Instead<WidthV2, WidthV1>(new() { Renamed = long.MaxValue }, _echo.Proxy.W1));

        Assert.Equal(RpcStatusCode.InvalidArgument, error.StatusCode);
    }

    [Fact]
    public async Task A_case_that_the_other_side_does_not_have_fails_the_call_both_ways()
    {
        var tooNew = await Assert.ThrowsAsync<RpcException>(() => _echo.Instead<WidthV2, WidthV1>(new() { Shape = new Triangle(), Renamed = 1 }, _echo.Proxy.W1));
        var tooOld = await Assert.ThrowsAsync<RpcException>(() => _echo.Instead<WidthV1, WidthV2>(new() { Shape = new Square(1) }, _echo.Proxy.W2));

        Assert.Contains("IShape' has no case 8", tooNew.InnerException!.Message, StringComparison.Ordinal);
        Assert.Contains("IShapeV2' has no case 7", tooOld.InnerException!.Message, StringComparison.Ordinal);
    }
}
