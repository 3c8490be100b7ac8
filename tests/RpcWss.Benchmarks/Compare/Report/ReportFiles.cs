namespace RpcWss.Benchmarks.Compare.Report;

/// <summary>Puts the results where they were asked for, and on the screen.</summary>
internal static class ReportFiles
{
    public static void Write(Results results, CompareOptions options)
    {
        string markdown = MarkdownReport.Write(results);
        Directory.CreateDirectory(options.Out);
        File.WriteAllText(Path.Combine(options.Out, "comparison.md"), markdown);
        File.WriteAllText(Path.Combine(options.Out, "comparison.json"), JsonReport.Write(results));
        File.WriteAllText(Path.Combine(options.Out, "comparison.svg"), SvgChart.Write(results));
        Console.WriteLine(markdown);
        Console.Error.WriteLine($"written to {Path.GetFullPath(options.Out)}");
    }
}
