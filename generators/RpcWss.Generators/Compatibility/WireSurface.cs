namespace RpcWss.Generators.Compatibility;

/// <summary>All that the contracts of a project put on the wire: lines, each by what it is about, in their order.</summary>
internal sealed class WireSurface
{
    private static readonly SortedDictionary<WireKey, WireMember> _noMembers = [];
    private readonly SortedDictionary<WirePlace, WireLine> _lines = [];
    private readonly Dictionary<string, SortedDictionary<WireKey, WireMember>> _members = new(StringComparer.Ordinal);

    public IReadOnlyCollection<WireLine> Lines => _lines.Values;

    /// <summary>Adds a line; false when there is one about the same already.</summary>
    public bool Add(WireLine line)
    {
        if (_lines.ContainsKey(line.Place))
        {
            return false;
        }

        _lines.Add(line.Place, line);
        if (line is WireMember member)
        {
            if (!_members.TryGetValue(member.Data, out var members))
            {
                _members.Add(member.Data, members = []);
            }

            members.Add(member.Key, member);
        }

        return true;
    }

    public bool Has(WirePlace place) => _lines.ContainsKey(place);

    public WireData? Data(string name) => _lines.TryGetValue(WirePlace.Data(name), out var line) ? (WireData)line : null;

    public WireMethod? Method(string contract, string name) => _lines.TryGetValue(WirePlace.Of(contract, name), out var line) ? (WireMethod)line : null;

    /// <summary>The members of a data type by their keys, with the removed ones.</summary>
    public IReadOnlyDictionary<WireKey, WireMember> Members(string data) => _members.TryGetValue(data, out var members) ? members : _noMembers;

    public List<WireMethod> Methods(string contract)
    {
        var methods = new List<WireMethod>();
        foreach (var line in _lines.Values)
        {
            if (line is WireMethod method && method.Contract == contract)
            {
                methods.Add(method);
            }
        }

        return methods;
    }

    public override string ToString() => _lines.Count == 0 ? "" : string.Join("\n", _lines.Values) + "\n";
}
