namespace RpcWss.Contracts.Tests.Data;

/// <summary>Objects whose keys are names, and the rarer ways to write a data type, there and back.</summary>
[RpcContract]
public partial interface IMaps
{
    Task<Mapped?> Mapped(Mapped? value);

    Task<Marked> Marked(Marked value);

    Task<OrderedNames> Ordered(OrderedNames value);

    Task<ByContract> Contract(ByContract value);

    Task<ByOrderNumbers> Numbered(ByOrderNumbers value);

    Task<DerivedMap> Mixed(DerivedMap value);

    Task<ImmutableMap> Immutable(ImmutableMap value);

    Task<MapPoint> Point(MapPoint value);

    Task<Renamed> Renamed(Renamed value);

    Task<Fields> Fields(Fields value);

    Task<ReadOnlyPoint> ReadOnly(ReadOnlyPoint value);

    Task<Heir> Heir(Heir value);

    Task<MapTold> Told(MapTold value);

    Task<Hollow> Hollow(Hollow value);

    Task<MapPage<int>> Page(MapPage<int> value);

    Task<RequiredMap> Required(RequiredMap value);

    Task<UnicodeNames> Unicode(UnicodeNames value);

    Task<ManyNames> Many(ManyNames value);

    Task<Primary> Primary(Primary value);

    Task<MapTree> Recursive(MapTree value);

    Task<MapEnum> Enum(MapEnum value);

    Task<MapPoint?> Nullable(MapPoint? value);

    Task<Level3> Level(Level3 value);

    Task<PersonV1> V1(PersonV1 value);

    Task<PersonV2> V2(PersonV2 value);

    Task<SettingsV1> M1(SettingsV1 value);

    Task<SettingsV2> M2(SettingsV2 value);

    Task<WidthV2> W2(WidthV2 value);

    Task<WidthV1> W1(WidthV1 value);
}

public sealed class Maps : IMaps
{
    public Task<Mapped?> Mapped(Mapped? value) => Task.FromResult(value);

    public Task<Marked> Marked(Marked value) => Task.FromResult(value);

    public Task<OrderedNames> Ordered(OrderedNames value) => Task.FromResult(value);

    public Task<ByContract> Contract(ByContract value) => Task.FromResult(value);

    public Task<ByOrderNumbers> Numbered(ByOrderNumbers value) => Task.FromResult(value);

    public Task<DerivedMap> Mixed(DerivedMap value) => Task.FromResult(value);

    public Task<ImmutableMap> Immutable(ImmutableMap value) => Task.FromResult(value);

    public Task<MapPoint> Point(MapPoint value) => Task.FromResult(value);

    public Task<Renamed> Renamed(Renamed value) => Task.FromResult(value);

    public Task<Fields> Fields(Fields value) => Task.FromResult(value);

    public Task<ReadOnlyPoint> ReadOnly(ReadOnlyPoint value) => Task.FromResult(value);

    public Task<Heir> Heir(Heir value) => Task.FromResult(value);

    public Task<MapTold> Told(MapTold value) => Task.FromResult(value);

    public Task<Hollow> Hollow(Hollow value) => Task.FromResult(value);

    public Task<MapPage<int>> Page(MapPage<int> value) => Task.FromResult(value);

    public Task<RequiredMap> Required(RequiredMap value) => Task.FromResult(value);

    public Task<UnicodeNames> Unicode(UnicodeNames value) => Task.FromResult(value);

    public Task<ManyNames> Many(ManyNames value) => Task.FromResult(value);

    public Task<Primary> Primary(Primary value) => Task.FromResult(value);

    public Task<MapTree> Recursive(MapTree value) => Task.FromResult(value);

    public Task<MapEnum> Enum(MapEnum value) => Task.FromResult(value);

    public Task<MapPoint?> Nullable(MapPoint? value) => Task.FromResult(value);

    public Task<Level3> Level(Level3 value) => Task.FromResult(value);

    public Task<PersonV1> V1(PersonV1 value) => Task.FromResult(value);

    public Task<PersonV2> V2(PersonV2 value) => Task.FromResult(value);

    public Task<SettingsV1> M1(SettingsV1 value) => Task.FromResult(value);

    public Task<SettingsV2> M2(SettingsV2 value) => Task.FromResult(value);

    public Task<WidthV2> W2(WidthV2 value) => Task.FromResult(value);

    public Task<WidthV1> W1(WidthV1 value) => Task.FromResult(value);
}
