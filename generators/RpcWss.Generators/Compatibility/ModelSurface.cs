using RpcWss.Generators.Model;

namespace RpcWss.Generators.Compatibility;

/// <summary>Reads off the models of contracts what they put on the wire: what counts in a signature hash, with names.</summary>
internal sealed class ModelSurface
{
    private readonly Dictionary<string, DataModel> _data = new(StringComparer.Ordinal);
    private readonly WireSurface _surface = new();

    public static WireSurface Of(IEnumerable<(ContractModel Contract, EquatableArray<DataModel> Data)> contracts)
    {
        var reader = new ModelSurface();
        foreach (var (contract, data) in contracts)
        {
            foreach (var model in data)
            {
                reader._data[model.Name.Qualified] = model;
            }

            reader.Add(contract);
        }

        foreach (var model in reader._data.Values)
        {
            reader.Add(model);
        }

        return reader._surface;
    }

    /// <summary>What a data type is called in a baseline.</summary>
    public static string NameOf(DataModel data) => NameOf(data.Type);

    /// <summary>Without spaces and <c>global::</c>, which stays where a type of no namespace is called like a word of the format.</summary>
    public static string NameOf(string type)
    {
        string name = type.Replace("global::", "").Replace(" ", "");
        return WireWords.IsReserved(name) ? $"global::{name}" : name;
    }

    private void Add(ContractModel contract)
    {
        _surface.Add(new WireContract(contract.WireName));
        foreach (var method in contract.Methods)
        {
            var parameters = new List<WireParameter>();
            var streams = new List<WireStream>();
            foreach (var parameter in method.Parameters)
            {
                string name = parameter.Name.TrimStart('@');
                if (parameter.Value is { } value)
                {
                    var type = Value(value);
                    parameters.Add(new WireParameter(name, type with { AcceptsNil = type.AcceptsNil && !parameter.RefusesNull }, parameter.Default is not null));
                }
                else if (parameter.Stream is { } stream)
                {
                    streams.Add(new WireStream(name, Flow(stream)));
                }
            }

            _surface.Add(new WireMethod(contract.WireName, method.WireName, new(parameters), new(streams), Result(method)));
        }
    }

    private void Add(DataModel model)
    {
        string name = NameOf(model);
        if (model is ObjectData item)
        {
            _surface.Add(new WireData(name, item.IsMap ? DataForm.Map : DataForm.Array));
            foreach (var member in item.Members)
            {
                string called = item.IsMap ? "" : member.Name.TrimStart('@');
                _surface.Add(new WireMember(name, item.IsMap ? new(0, member.WireName) : new(member.Key, null), called, Value(member.Value), false));
            }
        }
        else if (model is UnionData union)
        {
            _surface.Add(new WireData(name, DataForm.Union));
            foreach (var found in union.Cases)
            {
                _surface.Add(new WireMember(name, new(found.Key, null), "", Value(found.Value), false));
            }
        }
    }

    private WireFlow Result(MethodModel method) =>
        method.ResultStream is { } stream ? Flow(stream)
        : method.Result is { } value ? new(FlowKind.Value, Value(value))
        : new(method.Kind == CallKind.OneWay ? FlowKind.OneWay : FlowKind.Void, null);

    private WireFlow Flow(StreamModel stream) =>
        stream.Item is null ? new(FlowKind.Bytes, null)
        : new(stream.Form == StreamForm.Progress ? FlowKind.Progress : FlowKind.Items, Value(stream.Item));

    private WireType Value(ValueModel value)
    {
        var type = value.Form == ValueForm.Formatted ? Formatted(_data[value.Formatter]) : WireType.Leaf(LeafNames.Of(value.Leaf));

        // Byte strings and sequences read nil whatever type is made of them.
        bool byNature = type is { Form: WireForm.Sequence } or { Name: "bin" };
        return type with { AcceptsNil = type.AcceptsNil || value.IsNullable || value.IsReference || byNature };
    }

    private WireType Formatted(DataModel model) => model switch
    {
        SequenceData sequence => WireType.Of(WireForm.Sequence, [Value(sequence.Element)]),
        MapData map => WireType.Of(WireForm.Map, [Value(map.Key), Value(map.Value)]),
        GridData grid => WireType.Of(WireForm.Grid, [Value(grid.Element)], grid.Rank),
        TupleData tuple => WireType.Of(WireForm.Tuple, Items(tuple)),
        LazyData lazy => Value(lazy.Value),
        CustomData => WireType.Of(WireForm.Custom, []),
        _ => WireType.Data(NameOf(model)),
    };

    private IEnumerable<WireType> Items(TupleData tuple)
    {
        foreach (var item in tuple.Items)
        {
            yield return Value(item.Value);
        }
    }
}
