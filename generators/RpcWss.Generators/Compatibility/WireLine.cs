namespace RpcWss.Generators.Compatibility;

/// <summary>One line of a baseline. Its text is <see cref="object.ToString"/>.</summary>
internal abstract record WireLine
{
    /// <summary>What the line is about; a baseline has one line for each.</summary>
    public abstract WirePlace Place { get; }
}

/// <summary>A contract, by its name on the wire.</summary>
internal sealed record WireContract(string Name) : WireLine
{
    public override WirePlace Place => WirePlace.Contract(Name);

    public override string ToString() => $"contract {Name}";
}

/// <summary>A data type, by its name in C#, which is not sent.</summary>
internal sealed record WireData(string Name, DataForm Form) : WireLine
{
    public override WirePlace Place => WirePlace.Data(Name);

    public override string ToString() => $"data {Name} {Form.ToString().ToLowerInvariant()}";
}

/// <summary>How the members of a data type are found.</summary>
internal enum DataForm
{
    /// <summary>By position.</summary>
    Array,

    /// <summary>By name.</summary>
    Map,

    /// <summary>One of several cases, by number.</summary>
    Union,
}

/// <summary>A member of a data type, or a case of a union.</summary>
/// <param name="Data">The data type.</param>
/// <param name="Key">Its number or name.</param>
/// <param name="Name">Its name in C#, which is not sent and tells when members change places; empty for a case and where the key is a name.</param>
/// <param name="Type">What it is on the wire.</param>
/// <param name="IsRemoved">Whether it is gone, and its key is kept from being used for something else.</param>
internal sealed record WireMember(string Data, WireKey Key, string Name, WireType Type, bool IsRemoved) : WireLine
{
    public override WirePlace Place => WirePlace.Member(Data, Key);

    /// <summary>As messages name it.</summary>
    public string Title => $"{Data}[{Key}]{(Name.Length == 0 ? "" : $" {Name}")}";

    public override string ToString() => $"{(IsRemoved ? "removed" : "data")} {Title}: {Type}";
}
