using System.Reflection;
using RpcWss.Generators.Tests.Harness;
using Version = RpcWss.Generators.Tests.Harness.Version;

namespace RpcWss.Generators.Tests.Compatibility;

/// <summary>
/// Holds the table of changes against what generated code does: both versions are compiled and loaded, and call each other. A table that calls a change
/// compatible which is not, or a break which is none, fails here.
/// </summary>
public sealed class TruthTests
{
    /// <summary>The loopback carries arguments and results; what depends on frames, or on a caller older than the baseline, is not shown here.</summary>
    public static TheoryData<string> Calls => [.. Corpus.In("Changes").Where(static shape => shape.File != "calls").Select(static shape => shape.Title)];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Peers_understand_each_other_as_the_table_says(string title)
    {
        var change = Changes.Find(title);
        var before = Version.Load(change.Before);
        var after = Version.Load(change.After.Source);

        var forward = await FailuresAsync(before, after, before.Methods);
        var backward = await FailuresAsync(after, before, after.Methods.Where(method => before.Methods.Any(other => other.Name == method.Name)));

        switch (change.Verdict)
        {
            case "same" or "compatible":
                Assert.Empty(forward.Arguments.Concat(forward.Results));
                Assert.Empty(backward.Arguments.Concat(backward.Results));
                break;

            case "widened":
                // New readers read whatever old writers write: arguments on the way to a new service, results on the way to a new client.
                Assert.Empty(forward.Arguments.Concat(backward.Results));
                Assert.DoesNotContain(backward.Arguments.Concat(forward.Results), static failure => failure.StartsWith(nameof(ValueRange.Ordinary), StringComparison.Ordinal));
                Assert.NotEmpty(backward.Arguments.Concat(forward.Results));
                break;

            default:
                Assert.NotEmpty(forward.Arguments.Concat(forward.Results).Concat(backward.Arguments).Concat(backward.Results));
                break;
        }
    }

    [Fact]
    public async Task A_parameter_that_may_be_left_out_must_stay_so()
    {
        var change = Changes.Find("RPCWSS043: a parameter loses its default value");
        var before = Version.Load(change.Before);
        var after = Version.Load(change.After.Source);
        var method = before.Methods.Single();

        // The default value, 3, stands in for what was not sent.
        Assert.Equal((false, "'a' was sent as 1 and read as 3"), await before.CallAsync(before, method, ValueRange.Ordinary, LeaveOut));
        Assert.Contains(nameof(RpcException), (await before.CallAsync(after, method, ValueRange.Ordinary, LeaveOut))!.Value.Failure, StringComparison.Ordinal);

        static ReadOnlyMemory<byte> LeaveOut(ReadOnlyMemory<byte> arguments) => new byte[] { 0x90 };
    }

    [Fact]
    public async Task Nothing_may_come_behind_a_removed_member_that_cannot_be_nil()
    {
        const string contract = "[RpcContract] public partial interface IShape { Task M(Data a); } [MessagePackObject] public class Data { [Key(0)] public int X { get; set; } ";
        var first = Version.Load(contract + "[Key(1)] public int Y { get; set; } }");
        var second = Version.Load(contract + "}");
        var third = Version.Load(contract + "[Key(2)] public int Z { get; set; } }");

        Assert.Null(await second.CallAsync(first, second.Methods.Single(), ValueRange.Ordinary));
        Assert.Null(await third.CallAsync(second, third.Methods.Single(), ValueRange.Ordinary));
        Assert.NotNull(await third.CallAsync(first, third.Methods.Single(), ValueRange.Ordinary));
    }

    /// <summary>What failed or was misread when a client of one version called methods on a service of the other.</summary>
    private static async Task<(List<string> Arguments, List<string> Results)> FailuresAsync(Version caller, Version callee, IEnumerable<MethodInfo> methods)
    {
        var (arguments, results) = (new List<string>(), new List<string>());
        foreach (var method in methods)
        {
            foreach (var range in Enum.GetValues<ValueRange>())
            {
                if (await caller.CallAsync(callee, method, range) is var (inResult, failure))
                {
                    (inResult ? results : arguments).Add($"{range}: {method.Name}: {failure}");
                }
            }
        }

        return (arguments, results);
    }
}
