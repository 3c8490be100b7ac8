using System.Reflection;
using RpcWss.Generated;
using RpcWss.Services;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>A contract of a compiled assembly: its service, its proxy, and which of its methods are remote.</summary>
internal sealed class RemoteContract
{
    private const BindingFlags Statics = BindingFlags.NonPublic | BindingFlags.Static;

    private RemoteContract(Type type, RpcContractDescriptor descriptor, RecordingService service)
    {
        Type = type;
        Descriptor = descriptor;
        Service = service;
    }

    public Type Type { get; }

    public RpcContractDescriptor Descriptor { get; }

    public RecordingService Service { get; }

    /// <summary>Every contract of an assembly that was generated for, with a service of its own.</summary>
    public static IReadOnlyList<RemoteContract> Of(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(RpcContractAttribute), false)
                && type.GetInterfaces().Any(face => Shapes.Is(face, typeof(IRpcContract<>)) && face.GenericTypeArguments[0] == type))
            .Select(static type => (RemoteContract)Call(nameof(Create), type)),
    ];

    public void HostIn(ServiceTable services) => Call(nameof(Host), Type, services, Service.Implementation);

    public object ProxyOn(RpcConnection connection) => Call(nameof(Proxy), Type, connection);

    /// <summary>The methods that leave the process: those that the proxy itself implements.</summary>
    public IReadOnlyList<MethodInfo> RemoteMethods(object proxy) => [.. Methods(proxy, isRemote: true)];

    /// <summary>The methods that have an implementation in an interface and run where they are called.</summary>
    public IReadOnlyList<MethodInfo> LocalMethods(object proxy) =>
    [
        .. Methods(proxy, isRemote: false).Where(static method => !method.IsSpecialName && !method.IsStatic && method.IsPublic
            && (typeof(Task).IsAssignableFrom(method.ReturnType) || Shapes.Is(method.ReturnType, typeof(ValueTask<>), typeof(IAsyncEnumerable<>)) || method.ReturnType == typeof(ValueTask))),
    ];

    private static IEnumerable<MethodInfo> Methods(object proxy, bool isRemote)
    {
        var type = proxy.GetType();
        foreach (var face in type.GetInterfaces().Where(static face => !Shapes.Is(face, typeof(IRpcContract<>))))
        {
            var map = type.GetInterfaceMap(face);
            for (int index = 0; index < map.InterfaceMethods.Length; index++)
            {
                if ((map.TargetMethods[index]?.DeclaringType == type) == isRemote)
                {
                    yield return map.InterfaceMethods[index];
                }
            }
        }
    }

    private static object Call(string method, Type contract, params object[] arguments) =>
        typeof(RemoteContract).GetMethod(method, Statics)!.MakeGenericMethod(contract).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static RemoteContract Create<T>() where T : class, IRpcContract<T> => new(typeof(T), T.__RpcDescriptor, new RecordingService(typeof(T)));

    private static object Host<T>(ServiceTable services, object service) where T : class, IRpcContract<T>
    {
        services.Add(new InstanceBinding<T>((T)service, flowsCallState: false));
        return services;
    }

    private static object Proxy<T>(RpcConnection connection) where T : class, IRpcContract<T>
    {
        var proxy = connection.GetProxy<T>();
        Assert.IsType<RpcProxy>(proxy, exactMatch: false);
        return proxy;
    }
}
