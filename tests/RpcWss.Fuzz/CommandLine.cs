using System.Globalization;

namespace RpcWss.Fuzz;

/// <summary>What the program is asked to do.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        [FRAMES=10000000]   sends so many hostile frames to real connections in this process
        --seed NUMBER       with these random numbers; the seed is printed otherwise
        --corpus DIR        begins from the conversations of a directory; otherwise from those of the repository
        --replay FILE       does one attack again
        --record DIR        records conversations between proper sides, one file each
        floods              floods a real server over wss, and measures what its other clients notice
        """;

    public long Frames { get; private init; } = 10_000_000;

    public int? Seed { get; private init; }

    public string Corpus { get; private init; } = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public string? Replay { get; private init; }

    public string? Record { get; private init; }

    /// <summary>What the flooding program was started with; null when no flood is asked for.</summary>
    public string[]? Floods { get; private init; }

    /// <summary>Null for what cannot be understood.</summary>
    public static CommandLine? Parse(string[] arguments)
    {
        if (arguments is ["floods", .. var rest])
        {
            return new CommandLine { Floods = rest };
        }

        var parsed = new CommandLine();
        for (int index = 0; index < arguments.Length; index++)
        {
            string? value = index + 1 < arguments.Length ? arguments[index + 1] : null;
            switch (arguments[index])
            {
                case "--seed" when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed):
                    parsed = parsed with { Seed = seed };
                    index++;
                    break;
                case "--corpus" when value is not null:
                    parsed = parsed with { Corpus = value };
                    index++;
                    break;
                case "--replay" when value is not null:
                    parsed = parsed with { Replay = value };
                    index++;
                    break;
                case "--record" when value is not null:
                    parsed = parsed with { Record = value };
                    index++;
                    break;
                case var number when long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long frames):
                    parsed = parsed with { Frames = frames };
                    break;
                default:
                    return null;
            }
        }

        return parsed;
    }
}
