namespace RpcWss.Examples.Tests;

/// <summary>Where things are in the checkout that these tests were built in.</summary>
internal static class Repository
{
    // tests/RpcWss.Examples.Tests/bin/CONFIGURATION/FRAMEWORK
    private static readonly DirectoryInfo _output = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Root { get; } = _output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;

    public static string File(params string[] path) => Path.Join([Root, .. path]);

    /// <summary>The built program of an example, in the configuration of these tests.</summary>
    public static string Example(params string[] project) =>
        Path.Join([Root, "examples", .. project, "bin", _output.Parent!.Name, _output.Name, $"{project[^1]}.dll"]);
}
