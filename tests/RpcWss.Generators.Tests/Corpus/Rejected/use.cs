//// RPCWSS050 a proxy of an interface that is not marked
public interface IShape { Task M(); }
public class User { public object Get(RpcPeer peer) => peer.GetProxy<[|IShape|]>(); }
//// RPCWSS050 a type argument that is inferred
public interface IShape { Task M(); }
public class User { public object Get(IShape shape) => shape.[|With|](new RpcCallOptions()); }
//// RPCWSS050 a type argument that is inferred, of a method called by its name alone
public interface IShape { Task M(); }
public class User { private static void Host<T>(T service) where T : class, IRpcContract<T> { } public void Get(IShape shape) => [|Host|](shape); }
//// RPCWSS050 a type argument of a type
public interface IShape { Task M(); }
public class Host<TService, TContract> where TContract : class, IRpcContract<TContract> { }
public class User { public Host<User, [|IShape|]>? Host { get; set; } }
//// RPCWSS050 a generic interface
public interface IShape<T> { Task<T> M(); }
public class User { public object Get(RpcPeer peer) => peer.GetProxy<[|IShape<int>|]>(); }
//// RPCWSS050 an interface of another assembly
public class User { public object Get(RpcPeer peer) => peer.GetProxy<[|IAsyncDisposable|]>(); }
