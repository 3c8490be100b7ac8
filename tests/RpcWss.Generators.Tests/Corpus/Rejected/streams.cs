//// RPCWSS016 a task of an asynchronous sequence
[RpcContract] public partial interface IShape { [|Task<IAsyncEnumerable<int>>|] M(); }
//// RPCWSS016 a value task of an asynchronous sequence that may be null
[RpcContract] public partial interface IShape { [|ValueTask<IAsyncEnumerable<int>?>|] M(); }
//// RPCWSS016 a stream without a task
[RpcContract] public partial interface IShape { [|Stream|] M(); }
//// RPCWSS016 a pipe without a task
[RpcContract] public partial interface IShape { [|System.IO.Pipelines.PipeReader|] M(Stream a); }
//// RPCWSS016 a stream that may be null
[RpcContract] public partial interface IShape { [|ValueTask<Stream?>|] M(); }
//// RPCWSS016 a memory stream as a parameter
[RpcContract] public partial interface IShape { Task M([|MemoryStream|] a); }
//// RPCWSS016 a file stream as the result
[RpcContract] public partial interface IShape { [|Task<FileStream>|] M(); }
//// RPCWSS016 a file stream without a task
[RpcContract] public partial interface IShape { [|FileStream|] M(); }
//// RPCWSS016 a class derived from a pipe
[RpcContract] public partial interface IShape { Task M([|Mine|] a); }
public abstract class Mine : System.IO.Pipelines.PipeReader { }
//// RPCWSS016 a channel as the result
[RpcContract] public partial interface IShape { [|System.Threading.Channels.ChannelReader<int>|] M(); }
//// RPCWSS016 a task of a channel
[RpcContract] public partial interface IShape { [|Task<System.Threading.Channels.ChannelReader<int>>|] M(); }
//// RPCWSS016 a channel as a parameter
[RpcContract] public partial interface IShape { Task M([|System.Threading.Channels.ChannelReader<string>?|] a); }
//// RPCWSS016 a channel to write
[RpcContract] public partial interface IShape { Task M(int a, [|System.Threading.Channels.ChannelWriter<int>|] b); }
//// RPCWSS016 a channel of two types
[RpcContract] public partial interface IShape { Task M([|System.Threading.Channels.Channel<int, string>|] a); }
//// RPCWSS016 an observable
[RpcContract] public partial interface IShape { [|IObservable<int>|] M(); }
//// RPCWSS016 an observable as a parameter
[RpcContract] public partial interface IShape { Task M([|IObservable<int>|] a); }
//// RPCWSS016 an observer
[RpcContract] public partial interface IShape { Task M([|IObserver<int>|] a); }
//// RPCWSS016 a duplex pipe
[RpcContract] public partial interface IShape { Task M([|System.IO.Pipelines.IDuplexPipe|] a); }
//// RPCWSS016 a duplex pipe as the result
[RpcContract] public partial interface IShape { [|ValueTask<System.IO.Pipelines.IDuplexPipe>|] M(); }
//// RPCWSS016 a pipe to write
[RpcContract] public partial interface IShape { Task M([|System.IO.Pipelines.PipeWriter|] a); }
//// RPCWSS016 an enumerator
[RpcContract] public partial interface IShape { [|IAsyncEnumerator<int>|] M(); }
//// RPCWSS016 an enumerator as a parameter
[RpcContract] public partial interface IShape { Task M([|IAsyncEnumerator<int>|] a); }
//// RPCWSS016 a stream of streams
[RpcContract] public partial interface IShape { [|IAsyncEnumerable<Stream>|] M(); }
//// RPCWSS016 a stream of streams of items as a parameter
[RpcContract] public partial interface IShape { Task M([|IAsyncEnumerable<IAsyncEnumerable<int>>|] a); }
//// RPCWSS016 progress of streams
[RpcContract] public partial interface IShape { Task M([|IProgress<Stream>|] a); }
//// RPCWSS016 progress as the result
[RpcContract] public partial interface IShape { [|IProgress<int>|] M(); }
//// RPCWSS016 a task of progress
[RpcContract] public partial interface IShape { [|Task<IProgress<int>>|] M(); }
//// RPCWSS016 the class behind progress
[RpcContract] public partial interface IShape { Task M([|Progress<int>?|] a = null); }
//// RPCWSS016 an interface that is a stream of items
[RpcContract] public partial interface IShape { [|IItems|] M(); }
public interface IItems : IAsyncEnumerable<int> { }
//// RPCWSS016 a class that is an observable
[RpcContract] public partial interface IShape { Task M([|Subject|] a); }
public abstract class Subject : IObservable<int> { public abstract IDisposable Subscribe(IObserver<int> observer); }
//// RPCWSS016 an inherited channel
public interface IBase { Task M(System.Threading.Channels.ChannelReader<int> a); }
[RpcContract] public partial interface IShape : [|IBase|] { }
//// RPCWSS016 a one-way channel
[RpcContract] public partial interface IShape { [RpcMethod(OneWay = true)] Task M([|System.Threading.Channels.ChannelReader<int>|] a); }
//// RPCWSS016 settings on a stream that cannot be carried
[RpcContract] public partial interface IShape { Task M([RpcStream(Capacity = 0)] [|IObservable<int>|] a); }
//// RPCWSS011 a stream by reference
[RpcContract] public partial interface IShape { [|ref IAsyncEnumerable<int>|] M(); }
//// RPCWSS011 an array of streams
[RpcContract] public partial interface IShape { [|IAsyncEnumerable<int>[]|] M(); }
//// RPCWSS012 a stream parameter by reference
[RpcContract] public partial interface IShape { Task M([|ref|] Stream a); }
//// RPCWSS015 one-way with a result and a stream
[RpcContract] public partial interface IShape { [RpcMethod(OneWay = true)] [|Task<int>|] M(Stream a); }
//// RPCWSS017 one-way with a stream of items
[RpcContract] public partial interface IShape { [RpcMethod(OneWay = [|true|])] Task M(IAsyncEnumerable<int> a); }
//// RPCWSS017 one-way with several streams
[RpcContract] public partial interface IShape { [RpcMethod(Name = "m", OneWay = [|true|])] ValueTask M(Stream a, System.IO.Pipelines.PipeReader b, int c); }
//// RPCWSS017 one-way with progress
[RpcContract] public partial interface IShape { [RpcMethod(OneWay = [|true|])] Task M(IProgress<int>? a = null); }
//// RPCWSS017 one-way with a stream as the result
[RpcContract] public partial interface IShape { [RpcMethod(OneWay = [|true|])] IAsyncEnumerable<int> M(); }
//// RPCWSS017 one-way with bytes as the result
[RpcContract] public partial interface IShape { [RpcMethod(OneWay = [|true|])] ValueTask<Stream> M(); }
//// RPCWSS017 an inherited one-way stream
public interface IBase { [RpcMethod(OneWay = true)] Task M(Stream a); }
[RpcContract] public partial interface IShape : [|IBase|] { }
//// RPCWSS018 settings of a stream on a number
[RpcContract] public partial interface IShape { Task M([[|RpcStream|]] int a); }
//// RPCWSS018 settings of a stream on a list
[RpcContract] public partial interface IShape { Task M([[|RpcStream|](Capacity = 3)] List<int> a); }
//// RPCWSS018 settings of a stream on a token
[RpcContract] public partial interface IShape { Task M([[|RpcStream|]] CancellationToken a); }
//// RPCWSS018 settings of a stream on bytes
[RpcContract] public partial interface IShape { Task M([[|RpcStream|](WhenSlow = RpcSlowConsumer.Fail, Capacity = 0)] Stream a); }
//// RPCWSS018 settings of a stream on progress
[RpcContract] public partial interface IShape { Task M([[|RpcWss.RpcStreamAttribute|]] IProgress<int> a); }
//// RPCWSS018 settings of a stream on a task
[RpcContract] public partial interface IShape { [return: [|RpcStream|]] Task M(); }
//// RPCWSS018 settings of a stream on a result
[RpcContract] public partial interface IShape { [return: [|RpcStream|]] ValueTask<int> M(IAsyncEnumerable<int> a); }
//// RPCWSS018 settings of a stream on a result of bytes
[RpcContract] public partial interface IShape { [return: [|RpcStream|]] ValueTask<System.IO.Pipelines.PipeReader> M(); }
//// RPCWSS018 inherited settings of a stream
public interface IBase { Task M([RpcStream] int a); }
[RpcContract] public partial interface IShape : [|IBase|] { }
//// RPCWSS019 no capacity
[RpcContract] public partial interface IShape { [return: RpcStream(WhenSlow = RpcSlowConsumer.DropOldest, Capacity = [|0|])] IAsyncEnumerable<int> M(); }
//// RPCWSS019 a capacity below zero
[RpcContract] public partial interface IShape { Task M([RpcStream(Capacity = [|-1|])] IAsyncEnumerable<int> a); }
//// RPCWSS019 no way to be slow
[RpcContract] public partial interface IShape { Task M([RpcStream(WhenSlow = [|(RpcSlowConsumer)4|])] IAsyncEnumerable<int> a); }
//// RPCWSS019 a limit below zero
[RpcContract] public partial interface IShape { [RpcMethod(MaxPayloadSize = [|-1|])] Task M(); }
//// RPCWSS019 a limit below zero for all methods
[RpcContract(MaxPayloadSize = [|int.MinValue|])] public partial interface IShape { Task A(); Task B(); }
//// RPCWSS019 an inherited limit below zero
public interface IBase { [RpcMethod(MaxPayloadSize = -1)] Task M(); }
[RpcContract] public partial interface IShape : [|IBase|] { }
//// RPCWSS030 a stream in a list
[RpcContract] public partial interface IShape { Task M([|List<Stream>|] a); }
//// RPCWSS030 a stream in data
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public Stream? [|X|] { get; set; } }
//// RPCWSS030 progress in a tuple
[RpcContract] public partial interface IShape { Task M([|(int, IProgress<int>)|] a); }
//// RPCWSS030 items of no type
[RpcContract] public partial interface IShape { [|IAsyncEnumerable<object>|] M(); }
//// RPCWSS030 a list of streams as an item
[RpcContract] public partial interface IShape { Task M([|IAsyncEnumerable<Stream[]>|] a); }
//// RPCWSS030 items of a class that is a stream
[RpcContract] public partial interface IShape { Task M([|List<IItems>|] a); }
public interface IItems : IAsyncEnumerable<int> { }
//// RPCWSS031 items that are no data
[RpcContract] public partial interface IShape { Task M([|IProgress<Plain>|] a); }
public class Plain { }
