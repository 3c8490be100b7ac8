using RpcWss;
using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Subjects;
using RpcWss.Benchmarks.Subjects.Raw;

Subject[] subjects = [new OursSubject("ours", RpcServiceLifetime.Singleton), new RawSubject(batches: false)];
return await NodeProgram.RunAsync(args, name => subjects.First(subject => subject.Name == name));
