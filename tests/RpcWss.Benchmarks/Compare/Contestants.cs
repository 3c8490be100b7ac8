using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Subjects;

namespace RpcWss.Benchmarks.Compare;

/// <summary>Who may take part: every subject as this program plays it, and some of them once more, compiled ahead of time.</summary>
internal static class Contestants
{
    private const string Native = "-aot";

    // Both ends of subjects that can be compiled ahead of time: those that we compare ourselves with cannot, but for the bare WebSocket.
    private const string BothEnds = "RpcWss.Benchmarks.Native";

    // Each with the client whose start is measured: a program that has nothing else in it.
    private static readonly Dictionary<string, string> _native = new() { ["ours"] = "RpcWss.Benchmarks.Starter", ["one-message"] = "RpcWss.Benchmarks.Bare" };

    /// <summary>Every name, in the order of the report.</summary>
    public static string[] All { get; } =
        [.. SubjectCatalog.All.SelectMany(static subject => _native.ContainsKey(subject.Name) ? (string[])[subject.Name, subject.Name + Native] : [subject.Name])];

    /// <summary>Those that have not to be published first.</summary>
    public static string[] Quick { get; } = [.. SubjectCatalog.All.Select(static subject => subject.Name)];

    /// <summary>Finds their programs. A subject that cannot be had here is left out, with the reason in a note.</summary>
    public static async Task<(Contestant[] Found, string[] Notes)> FindAsync(string[] names)
    {
        var found = new List<Contestant>();
        var notes = new List<string>();
        var programs = new NativePrograms();
        foreach (string name in names)
        {
            try
            {
                found.Add(await FindAsync(name, programs));
            }
            catch (InvalidOperationException error)
            {
                notes.Add($"{name} is left out: {error.Message}");
                Console.Error.WriteLine(notes[^1]);
            }
        }

        return ([.. found], [.. notes]);
    }

    private static async Task<Contestant> FindAsync(string name, NativePrograms programs)
    {
        Subject subject = SubjectCatalog.Find(name.EndsWith(Native, StringComparison.Ordinal) ? name[..^Native.Length] : name);
        if (subject.Name == name)
        {
            return new Contestant(name, subject.Description, name);
        }

        return new Contestant(
            name,
            $"{subject.Description}; both ends compiled ahead of time (NativeAOT)",
            subject.Name,
            await programs.PublishAsync(BothEnds),
            await programs.PublishAsync(_native[subject.Name]));
    }
}
