using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Reports come in order, and the result only when the last has been delivered.</summary>
internal sealed class OrderedProgress() : PairCase("progress-ordered-with-the-last-report-before-the-result")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        const int Count = 1000;
        await pair.Board.OpenAsync("work");
        for (int round = 0; round < settings.Count(quick: 10, full: 1000); round++)
        {
            var reports = new Reports();
            Check.Equal("done", await pair.Proxy<ITickers>().ReportAsync("work", Count, reports));
            int[] values = [.. reports.Values];
            Check.Equal(Count, values[^1]);
            Check.That(values.Zip(values.Skip(1)).All(two => two.First < two.Second), "the reports rise");
        }

        Check.Equal("done", await pair.Proxy<ITickers>().ReportAsync("work", Count));
    }

    private sealed class Reports : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }
}
