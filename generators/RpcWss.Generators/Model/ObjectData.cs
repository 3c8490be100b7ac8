namespace RpcWss.Generators.Model;

/// <summary>
/// A <c>[MessagePackObject]</c>. On the wire: an array indexed by key, nil where no member has the key, or a map where keys are names.
/// </summary>
/// <param name="IsMap">Whether keys are names.</param>
/// <param name="Length">The highest key plus one, or how many members a map has.</param>
/// <param name="Members">In the order in which they are written.</param>
/// <param name="Arguments">What the constructor takes, in its order.</param>
/// <param name="RequiredIgnored">Required members that are not sent; an initializer must name them all the same.</param>
/// <param name="Callbacks">Whether and how it is told that it is written and was read.</param>
/// <param name="IsRecursive">Whether a value may contain another of its type, at any distance.</param>
internal sealed record ObjectData(
    FormatterName Name,
    string Type,
    FileNeeds Needs,
    bool IsReference,
    bool IsMap,
    int Length,
    EquatableArray<MemberModel> Members,
    EquatableArray<ConstructorArgument> Arguments,
    EquatableArray<string> RequiredIgnored,
    Callbacks Callbacks,
    bool IsRecursive)
    : DataModel(Name, Type, Needs);

/// <summary>How an object's <c>IMessagePackSerializationCallbackReceiver</c> is called.</summary>
internal enum Callbacks
{
    /// <summary>It does not implement the interface.</summary>
    None,

    /// <summary>Its methods are public.</summary>
    Direct,

    /// <summary>It implements the interface explicitly.</summary>
    Interface,
}

/// <summary>One member of an object that is sent.</summary>
/// <param name="Key">Its number; where keys are names, one that no other member has.</param>
/// <param name="WireName">Its key where that is a name.</param>
/// <param name="Owner">The type that declares it, where that is needed to reach its setter; empty elsewhere.</param>
internal sealed record MemberModel(int Key, string? WireName, string Name, string Type, ValueModel Value, MemberSetting Setting, string Owner);

/// <summary>One argument of an object's constructor: the member with this key, or the parameter's own default where that is missing.</summary>
internal sealed record ConstructorArgument(int Key, string? Default);

/// <summary>How a member gets its value when an object is read.</summary>
internal enum MemberSetting
{
    /// <summary>Assigned after construction.</summary>
    Assigned,

    /// <summary>Assigned after construction, by a setter that is not public.</summary>
    Accessed,

    /// <summary>In the object initializer, because it is <c>init</c>-only.</summary>
    Initialized,

    /// <summary>In the object initializer, always, because it is <c>required</c>.</summary>
    Required,

    /// <summary>By the constructor alone.</summary>
    Constructed,

    /// <summary>Not at all: it is computed, and what arrives is skipped.</summary>
    Computed,
}
