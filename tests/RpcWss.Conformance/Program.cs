using RpcWss.Conformance.Processes;
using RpcWss.Conformance.Runner;

if (CommandLine.Parse(args) is not { } command)
{
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

if (command.Server)
{
    await PeerServer.RunAsync();
    return 0;
}

if (command.List)
{
    foreach (ConformanceCase listed in CaseCatalog.All)
    {
        Console.WriteLine($"{listed.Name}  ({listed.Group}; {(listed.Wires.HasFlag(Wire.Processes) ? "two processes" : listed.Wires.HasFlag(Wire.InMemory) ? "in memory" : "loopback")})");
    }

    return 0;
}

IReadOnlyList<ConformanceCase> cases = CaseCatalog.All;
if (command.Case is { } name)
{
    if (CaseCatalog.Find(name) is not { } chosen)
    {
        Console.Error.WriteLine($"There is no case \"{name}\"; --list shows all.");
        return 2;
    }

    cases = [chosen];
}

int seed = command.Seed ?? Random.Shared.Next();
Console.WriteLine($"seed {seed}, {(command.Full ? "full" : "quick")} counts");
await using var runner = new CaseRunner(command, seed);
return await runner.RunAsync(cases) == 0 ? 0 : 1;
