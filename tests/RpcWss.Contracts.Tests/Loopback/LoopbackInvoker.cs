using System.Buffers;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Contracts.Tests.Loopback;

/// <summary>
/// Carries calls from a proxy to a dispatcher in the same process, through their bytes, which it keeps for tests to look at: what
/// an engine does, without one.
/// </summary>
internal sealed class LoopbackInvoker(Func<int, RpcIncomingCall, ValueTask> dispatch) : RpcInvoker
{
    /// <summary>The encoded arguments of the last call.</summary>
    public ReadOnlyMemory<byte> Arguments { get; set; }

    /// <summary>The encoded result of the last call.</summary>
    public ReadOnlyMemory<byte> Result { get; set; }

    /// <summary>The encoded items and reports of the last call, as stream number and bytes; the result is stream 0.</summary>
    public IReadOnlyList<(int Stream, byte[] Bytes)> Sent { get; private set; } = [];

    /// <summary>The method of the last call.</summary>
    public RpcMethodDescriptor? Method { get; private set; }

    /// <summary>Changes the arguments on their way, as another version of the caller would have sent them.</summary>
    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Rewrite { get; set; } = static bytes => bytes;

    /// <summary>The arguments of the last call as an interceptor would see them.</summary>
    public object?[] Boxed
    {
        get
        {
            var reader = new MessagePackReader(Arguments);
            return Method!.ReadArguments(ref reader);
        }
    }

    public LoopbackContext? Context { get; private set; }

    public static (TContract Proxy, LoopbackInvoker Wire) Connect<TContract>(TContract service)
        where TContract : class, IRpcContract<TContract>
    {
        var invoker = new LoopbackInvoker((method, call) => TContract.__RpcDispatchAsync(service, method, call));
        return (TContract.__RpcCreateProxy(invoker, null), invoker);
    }

    public override RpcOutgoingCall<TResult> Begin<TResult>(RpcProxy proxy, RpcMethodDescriptor method)
    {
        Method = method;
        return new OutgoingCall<TResult>(this, method);
    }

    public override RpcStreamingCall<TResult> BeginStreaming<TResult>(RpcProxy proxy, RpcMethodDescriptor method)
    {
        Method = method;
        return new StreamingCall<TResult>(this, method);
    }

    public static RpcException Unwritten(Exception error) => new(RpcStatusCode.Internal, "An argument could not be written.", error);

    public async ValueTask CallAsync(RpcMethodDescriptor method, ReadOnlyMemory<byte> arguments, CallStreams streams, CancellationToken cancellationToken)
    {
        Sent = streams.Sent;
        Arguments = Rewrite(arguments);
        Context = new LoopbackContext(method);
        var call = new IncomingCall(Arguments, Context, streams, cancellationToken);
        await dispatch(method.Ordinal, call);
        Result = call.Written.WrittenMemory;
    }

    private sealed class OutgoingCall<TResult>(LoopbackInvoker owner, RpcMethodDescriptor method) : RpcOutgoingCall<TResult>
    {
        private readonly ArrayBufferWriter<byte> _arguments = new();

        public override void Advance(int count) => _arguments.Advance(count);

        public override Memory<byte> GetMemory(int sizeHint = 0) => _arguments.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => _arguments.GetSpan(sizeHint);

        public override async ValueTask<TResult> SendAsync(RpcResultReader<TResult> reader, CancellationToken cancellationToken)
        {
            await SendAsync(cancellationToken);
            return Payload.Read(reader, owner.Result);
        }

        public override ValueTask SendAsync(CancellationToken cancellationToken) =>
            owner.CallAsync(method, _arguments.WrittenMemory, new CallStreams(), cancellationToken);

        public override ValueTask<TResult> Fail(Exception error) => ValueTask.FromException<TResult>(Unwritten(error));

        public override ValueTask FailVoid(Exception error) => ValueTask.FromException(Unwritten(error));
    }
}
