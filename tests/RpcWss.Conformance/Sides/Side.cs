using Microsoft.Extensions.Logging;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Services;

namespace RpcWss.Conformance.Sides;

/// <summary>One end of a connection in this process: what it hosts, how it is set up, and what was seen of it.</summary>
internal sealed class Side
{
    private readonly SideOptions _options;

    public Side(SideOptions options)
    {
        _options = options;
        Observer = new SideObserver(Board);
    }

    public Board Board { get; } = new();

    public LogSink Log { get; } = new();

    public SideObserver Observer { get; }

    public SideOptions Options => _options;

    /// <summary>Where <see cref="IRelay"/> hands calls on to; null for the end of the line.</summary>
    public RpcConnection? Behind { get; set; }

    /// <summary>Hosts every contract of the suite but <see cref="IBoard"/> and <see cref="INowhere"/>.</summary>
    public void HostOn(IServiceRegistry registry)
    {
        registry.Add<IEcho>(new EchoService(Board));
        registry.Add<IShapes>(new ShapesService());
        registry.Add<INotes>(new NotesService(Board));
        registry.Add<IWaiting>(new WaitingService(Board));
        registry.Add<IChain>(new ChainService(Board));
        registry.Add<IRelay>(new RelayService(this));
        registry.Add<IFaults>(new FaultService());
        var streams = new StreamsService(Board);
        registry.Add<IStreams>(streams);
        registry.Add<ILimited>(new LimitedService(streams));
        registry.Add<IIterators>(new IteratorsService(Board));
        registry.Add<IBytes>(new BytesService(Board));
        registry.Add<ITickers>(new TickersService(Board));
        registry.Add<ITimes>(new TimesService(Board, _options.Time));
    }

    /// <summary>Starts this side's connection over a transport of the case's own.</summary>
    public RpcConnection Start(MessageTransport transport, PeerRole role)
    {
        var services = new TableRegistry();
        HostOn(services);
        return RpcConnection.Start(transport, new ConnectionSetup
        {
            Role = role,
            Limits = _options.Limits,
            Services = services.Table,
            Observer = Observer,
            OutgoingInterceptors = _options.OutgoingInterceptors,
            IncomingInterceptors = _options.IncomingInterceptors,
            DetailedErrors = _options.DetailedErrors,
            TimeProvider = _options.Time,
            Logger = Log.CreateLogger("RpcWss"),
        });
    }

    private sealed class TableRegistry : IServiceRegistry
    {
        public ServiceTable Table { get; } = new();

        public void Add<TContract>(TContract service) where TContract : class, IRpcContract<TContract> =>
            Table.Add(new InstanceBinding<TContract>(service, flowsCallState: true));
    }
}
