namespace RpcWss.Contracts.Tests.Data;

[RpcContract]
public partial interface ILookups
{
    Task<ILookup<int, string?>?> Lookup(ILookup<int, string?>? value);

    Task<IGrouping<string, Point>?> Grouping(IGrouping<string, Point>? value);

    Task<ILookup<Guid, ILookup<byte, int>>> Nested(ILookup<Guid, ILookup<byte, int>> value);

    Task<ILookup<long, int>> Numbers(ILookup<long, int> value);
}

public sealed class Lookups : ILookups
{
    public Task<ILookup<int, string?>?> Lookup(ILookup<int, string?>? value) => Task.FromResult(value);

    public Task<IGrouping<string, Point>?> Grouping(IGrouping<string, Point>? value) => Task.FromResult(value);

    public Task<ILookup<Guid, ILookup<byte, int>>> Nested(ILookup<Guid, ILookup<byte, int>> value) => Task.FromResult(value);

    public Task<ILookup<long, int>> Numbers(ILookup<long, int> value) => Task.FromResult(value);
}
