using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace RpcWss.Architecture.Tests;

/// <summary>What users filter their logs by. Read off the compiled code of every shipped project.</summary>
public sealed partial class EventIdTests
{
    private const int RangeSize = 100;

    private static readonly (Type Class, string Method, int Id)[] _events =
    [
        .. Repository.Directories("src")
            .Select(directory => Path.GetFileName(directory))
            .SelectMany(name => Assembly.Load(name).GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(method => method.GetCustomAttributes<LoggerMessageAttribute>().Select(message => (method.DeclaringType!, method.Name, message.EventId))),
    ];

    [Fact]
    public void No_two_events_share_an_id() =>
        Assert.Empty(_events.GroupBy(one => one.Id).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same.Select(one => $"{one.Class.Name}.{one.Method}"))}"));

    [Fact]
    public void Each_class_of_events_has_a_hundred_ids_of_its_own()
    {
        (int Range, Type Class)[] ranges = [.. _events.Select(one => (one.Id / RangeSize, one.Class)).Distinct()];

        Assert.NotEmpty(ranges);
        Assert.DoesNotContain(ranges, range => range.Range < 10);   // without an id of its own an event has what the compiler makes of its name, or 0
        Assert.Equal(ranges.Length, ranges.Select(range => range.Range).Distinct().Count());
        Assert.Equal(ranges.Length, ranges.Select(range => range.Class).Distinct().Count());
    }

    [Fact]
    public void Every_event_that_the_docs_name_is_there()
    {
        int[] named = [.. Repository.Files("docs", ".md").SelectMany(file => Event().Matches(Repository.Read(file))).SelectMany(match => match.Groups[1].Captures).Select(id => int.Parse(id.Value, CultureInfo.InvariantCulture))];

        Assert.NotEmpty(named);
        Assert.All(named, id => Assert.Contains(id, _events.Select(one => one.Id)));
    }

    // "(event 1)", "(events 1 to 3)".
    [GeneratedRegex("events? (?:([0-9]{4})(?: to | and |, )?)+")]
    private static partial Regex Event();
}
