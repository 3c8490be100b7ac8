using RpcWss;
using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Subjects;

return await NodeProgram.RunAsync(args, static name => new OursSubject(name, RpcServiceLifetime.Singleton));
