namespace RpcWss.Generators.Emit;

/// <summary>Hands out names that nothing else in a scope has, so that none is ever guessed to be free.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public NameScope(IEnumerable<string> taken)
    {
        foreach (string name in taken)
        {
            _taken.Add(Bare(name));
        }
    }

    /// <summary>The wanted name, or with the first number from 2 that makes it free.</summary>
    public string Take(string wanted)
    {
        if (_taken.Add(Bare(wanted)))
        {
            return wanted;
        }

        for (int number = 2; ; number++)
        {
            string name = Bare(wanted) + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }

    private static string Bare(string name) => name.StartsWith("@", StringComparison.Ordinal) ? name.Substring(1) : name;
}
