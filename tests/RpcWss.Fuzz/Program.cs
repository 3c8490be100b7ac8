using RpcWss.Fuzz;
using RpcWss.Fuzz.Floods;
using RpcWss.Fuzz.Hostile;
using RpcWss.Fuzz.Runs;
using RpcWss.Fuzz.Traffic;

if (CommandLine.Parse(args) is not { } command)
{
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

if (command.Floods is { } floods)
{
    return await FloodCommand.RunAsync(floods);
}

if (command.Record is { } directory)
{
    Directory.CreateDirectory(directory);
    foreach (Conversation conversation in await Recorder.RecordAsync())
    {
        File.WriteAllText(Path.Combine(directory, $"{conversation.Name}.hex"), conversation.ToText());
    }

    return 0;
}

var traffic = new SeedTraffic(Conversation.ReadDirectory(command.Corpus));
if (command.Replay is { } file)
{
    try
    {
        await Replay.RunAsync(Conversation.ReadFile(file), traffic, new Tally());
        Console.WriteLine("The engine bears it.");
        return 0;
    }
    catch (DefectException defect)
    {
        Console.WriteLine(defect.Message);
        return 1;
    }
}

int seed = command.Seed ?? Random.Shared.Next();
Console.WriteLine($"seed {seed}, {command.Frames:N0} frames");
var run = new FuzzRun(command.Frames, seed, traffic, Console.Out);
await run.RunAsync();
foreach (var (end, count) in run.Tally.Ends.Take(20))
{
    Console.WriteLine($"{count,12:N0} connections ended: {end}");
}

if (run.Defect is { } found)
{
    Console.WriteLine($"DEFECT under seed {found.Seed}: {found.Error}");
    Console.WriteLine($"To do it again: --replay {found.Write(".")}");
    return 1;
}

Console.WriteLine("no defect");
return 0;
