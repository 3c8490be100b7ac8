using RpcWss.Aot;

// Both ends in one binary, each a process of its own: compiled ahead of time, so whatever needs reflection or code made at run time fails here.
switch (args)
{
    case ["server"]:
        await AotServer.RunAsync();
        return 0;
    case ["client", string port, string root]:
        return await AotClient.RunAsync(int.Parse(port), Convert.FromBase64String(root));
    default:
        Console.Error.WriteLine("usage: server | client PORT ROOT");
        return 2;
}
