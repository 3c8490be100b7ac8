using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Runner;

/// <summary>One line of the conformance list. Cases hold no state: one object may run many times, also at once.</summary>
internal abstract class ConformanceCase(string name)
{
    /// <summary>The line as a name, such as <c>empty-call</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The heading that the line stands under: the folder of the case.</summary>
    public string Group => GetType().Namespace!.Split('.')[^1];

    /// <summary>What the case runs over.</summary>
    public abstract Wire Wires { get; }

    /// <summary>Whether the case has something to say in each direction.</summary>
    public virtual bool HasDirections => true;

    /// <summary>Event ids of the warnings and errors that the case provokes. Each must be logged at least once, and no other may be.</summary>
    public virtual IReadOnlyCollection<int> ExpectedLogs => [];

    /// <summary>Event ids of warnings that the case may provoke, depending on how fast the machine is.</summary>
    public virtual IReadOnlyCollection<int> PossibleLogs => [];

    /// <summary>How the calling side behaves.</summary>
    public virtual SideOptions Caller => SideOptions.Default;

    /// <summary>How the called side behaves; the other process asks too.</summary>
    public virtual SideOptions Callee => SideOptions.Default;

    /// <summary>Runs the case once; throws when the system does not show what it must.</summary>
    public abstract Task RunAsync(CaseSettings settings);

    public override string ToString() => Name;
}
