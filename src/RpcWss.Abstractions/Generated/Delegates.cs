using MessagePack;

namespace RpcWss.Generated;

/// <summary>Reads a result, or an item of a stream. Used by generated code.</summary>
public delegate TResult RpcResultReader<out TResult>(ref MessagePackReader reader);

/// <summary>Writes a result, or an item of a stream. Used by generated code.</summary>
public delegate void RpcResultWriter<in TResult>(ref MessagePackWriter writer, TResult value);

/// <summary>Reads a method's arguments into boxed objects, for interceptors that ask. Used by generated code.</summary>
public delegate object?[] RpcArgumentsReader(ref MessagePackReader reader);
