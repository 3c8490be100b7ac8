using System.Text.RegularExpressions;

namespace RpcWss.Architecture.Tests;

/// <summary>What no file of the repository may have.</summary>
public sealed partial class SourceTests
{
    private const int MaxLines = 300;

    // Where what is waited for announces itself to nobody: counters that come to rest, and a host that answers to a clock that the test turns. And where time is what
    // the file is about: a link that is slow on purpose, to measure over.
    private static readonly HashSet<string> _mayLookAgain =
    [
        "tests/RpcWss.Conformance/Runner/Settle.cs", "tests/RpcWss.AspNetCore.Tests/HostilePeerTests.cs", "tests/RpcWss.Benchmarks/Transfers/ShapedLink.cs", "tests/RpcWss.Interop.Tests/Proxies/ProxyTests.cs",
    ];

    [Fact]
    public void No_file_is_longer_than_can_be_read_at_once()
    {
        IEnumerable<string> files = new[] { "src", "generators", "examples" }.SelectMany(directory => Repository.Files(directory, ".cs"));

        Assert.DoesNotContain(files, file => Repository.Read(file).Count(character => character == '\n') > MaxLines);
    }

    [Fact]
    public void No_test_waits_for_time_to_pass()
    {
        IEnumerable<string> files = Repository.Files("tests", ".cs").Where(file => !_mayLookAgain.Contains(file));

        Assert.DoesNotContain(files, file => TimedWait().IsMatch(Repository.Read(file)));
        Assert.All(_mayLookAgain, file => Assert.Matches(TimedWait(), Repository.Read(file)));
    }

    [Fact]
    public void No_private_key_is_in_the_repository()
    {
        string[] files = Repository.Files();

        Assert.DoesNotContain(files, file => KeyFile().IsMatch(file));
        Assert.DoesNotContain(files, file => PrivateKey().IsMatch(Repository.Read(file)));
    }

    // A wait without an end, for a token to fire, is none for time.
    [GeneratedRegex(@"Thread\.Sle{2}p|Task\.De[l]ay\((?!Timeout\.Infinite)")]
    private static partial Regex TimedWait();

    [GeneratedRegex(@"\.(pfx|p12|key|pvk|snk)$")]
    private static partial Regex KeyFile();

    [GeneratedRegex("BEGIN [A-Z ]*PRI[V]ATE KEY")]
    private static partial Regex PrivateKey();
}
