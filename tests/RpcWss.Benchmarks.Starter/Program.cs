// The first call of a process that is nothing but a client of ours; beside it, RpcWss.Benchmarks.Bare does the least that anybody could.
using RpcWss;
using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Subjects;

if (args is not ["cold", _, string port, string root])
{
    Console.Error.WriteLine("usage: cold SUBJECT PORT ROOT");
    return 2;
}

await using RpcClient client = await OursClient.ConnectAsync(ServerAddress.Parse(port, root));
Console.WriteLine(await client.GetProxy<IComparison>().AddAsync(20, 22));
return 0;
