//// RPCWSS042: a contract is removed
//: 'IOther' is not in the code any more
[RpcContract] public partial interface IShape { Task M(); }
{-[RpcContract] public partial interface IOther { Task N(); }-}

//// RPCWSS043: a parameter loses its default value
//: its parameter 'a' has no default value any more
[RpcContract] public partial interface IShape { Task M(int {+[|+}a{+|]+}{- = 3-}); }

//// RPCWSS043: a result disappears
//: its result was int32 and is void
[RpcContract] public partial interface IShape { {-Task<int>-}{+Task+} {+[|+}M{+|]+}(); }

//// RPCWSS043: a method becomes one-way
//: its result was void and is oneway
[RpcContract] public partial interface IShape { {+[RpcMethod(OneWay = true)]+} ValueTask {+[|+}M{+|]+}(); }

//// RPCWSS043: a result becomes a stream
//: its result was int32 and is items int32
[RpcContract] public partial interface IShape { {-Task<int>-}{+IAsyncEnumerable<int>+} {+[|+}M{+|]+}(); }

//// RPCWSS043: a stream of items becomes one of bytes
//: its stream 'a' was items byte and is bytes
[RpcContract] public partial interface IShape { Task M({-IAsyncEnumerable<byte>-}{+Stream+} {+[|+}a{+|]+}); }

//// RPCWSS043: a stream is added
//: its stream 'b' is new
[RpcContract] public partial interface IShape { Task M(Stream a{+, IProgress<int>? [|b|] = null+}); }

//// RPCWSS043: a stream is removed
//: its stream 'b' is gone
[RpcContract] public partial interface IShape { Task {+[|+}M{+|]+}(Stream a{-, IProgress<int>? b = null-}); }

//// RPCWSS043: streams change places
//: its stream 'b' has the place of 'a'
[RpcContract] public partial interface IShape { Task M({-Stream a, Stream b-}{+Stream [|b|], Stream a+}); }

//// RPCWSS043: items become smaller
//: its stream 'a' was items int64 and is items int32
[RpcContract] public partial interface IShape { Task M(IAsyncEnumerable<{-long-}{+int+}> {+[|+}a{+|]+}); }

//// widened: items of the result become larger
//: its result was items int32 and is items int64
[RpcContract] public partial interface IShape { IAsyncEnumerable<{-int-}{+long+}> {+[|+}M{+|]+}(); }

//// compatible: a stream is renamed
//: its stream 'a' is called 'b' now
[RpcContract] public partial interface IShape { Task M(Stream {-a-}{+[|b|]+}); }

//// same: bytes come another way, and settings of streams change
[RpcContract{+(MaxPayloadSize = 5000, Ordered = true)+}] public partial interface IShape
{
    Task<{-Stream-}{+System.IO.Pipelines.PipeReader+}> M();
    {+[return: RpcStream(Capacity = 5)]+} IAsyncEnumerable<int> N();
}

//// same: an inherited method becomes the contract's own
{-public interface IBase { Task M(int a); }-}
[RpcContract] public partial interface IShape {- : IBase { }-}{+ { Task M(int a); }+}

//// RPCWSS043: an inherited method changes and is blamed on the base list
//: 'IShape/M': its parameter 'a' was int32 and is string
public interface IBase { Task M({-int-}{+string+} a); }
[RpcContract] public partial interface IShape : {+[|+}IBase{+|]+} { }
