namespace RpcWss.Conformance.Runner;

/// <summary>What the program is asked to do.</summary>
internal sealed record CommandLine
{
    public const string ServerSwitch = "--server";

    public const string Usage = """
        --list          lists the cases
        --case NAME     runs one case
        --all           runs all cases
        --full          with the full counts instead of the quick ones
        --seed NUMBER   with these random numbers; the seed is printed otherwise
        Cases between two proper sides run as two processes over wss, in both directions; the others say in the list what they run over.
        """;

    public bool List { get; private init; }

    public bool All { get; private init; }

    public string? Case { get; private init; }

    public bool Full { get; private init; }

    public int? Seed { get; private init; }

    public bool Server { get; private init; }

    /// <summary>Null for what cannot be understood.</summary>
    public static CommandLine? Parse(string[] arguments)
    {
        var parsed = new CommandLine();
        for (int index = 0; index < arguments.Length; index++)
        {
            string? value = index + 1 < arguments.Length ? arguments[index + 1] : null;
            switch (arguments[index])
            {
                case "--list":
                    parsed = parsed with { List = true };
                    break;
                case "--all":
                    parsed = parsed with { All = true };
                    break;
                case "--full":
                    parsed = parsed with { Full = true };
                    break;
                case ServerSwitch:
                    parsed = parsed with { Server = true };
                    break;
                case "--case" when value is not null:
                    parsed = parsed with { Case = value };
                    index++;
                    break;
                case "--seed" when int.TryParse(value, out int seed):
                    parsed = parsed with { Seed = seed };
                    index++;
                    break;
                default:
                    return null;
            }
        }

        int commands = new[] { parsed.List, parsed.All, parsed.Case is not null, parsed.Server }.Count(given => given);
        return commands == 1 ? parsed : null;
    }
}
