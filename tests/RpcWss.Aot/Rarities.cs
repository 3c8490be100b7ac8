using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using MessagePack;

namespace RpcWss.Aot;

/// <summary>Data of the rarer kinds, each of which needs code of its own: what was not generated would be missing here, since nothing is made up at run time.</summary>
[MessagePackObject]
public sealed class Rarities
{
    [Key(0)]
    public Half Half { get; set; }

    [Key(1)]
    public Int128 Wide { get; set; }

    [Key(2)]
    public BigInteger Big { get; set; }

    [Key(3)]
    public Complex Complex { get; set; }

    [Key(4)]
    public Rune Rune { get; set; }

    [Key(5)]
    public BitArray? Bits { get; set; }

    [Key(6)]
    public Version? Version { get; set; }

    [Key(7)]
    public DateOnly Day { get; set; }

    [Key(8)]
    public FrozenDictionary<string, int>? Frozen { get; set; }

    [Key(9)]
    public ImmutableSortedSet<string>? Sorted { get; set; }

    [Key(10)]
    public ILookup<int, string>? Lookup { get; set; }

    [Key(11)]
    public LinkedList<KeyValuePair<int, string>>? Links { get; set; }

    [Key(12)]
    public ConcurrentDictionary<Guid, short>? Concurrent { get; set; }

    [Key(13)]
    public Lazy<long>? Lazy { get; set; }

    [Key(14)]
    public Secret? Secret { get; set; }

    [Key(15)]
    public Tree? Tree { get; set; }

    public static Rarities Make() => new()
    {
        Half = (Half)1.5f,
        Wide = Int128.MaxValue - 7,
        Big = BigInteger.Pow(3, 200),
        Complex = new Complex(1, -2),
        Rune = new Rune(0x1F600),
        Bits = new BitArray([true, false, true]),
        Version = new Version(1, 2, 3),
        Day = new DateOnly(2026, 2, 28),
        Frozen = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }.ToFrozenDictionary(),
        Sorted = ["x", "y"],
        Lookup = new[] { 1, 2, 3 }.ToLookup(static number => number % 2, static number => $"{number}"),
        Links = new LinkedList<KeyValuePair<int, string>>([new(1, "one"), new(2, "two")]),
        Concurrent = new ConcurrentDictionary<Guid, short> { [new Guid(1, 2, 3, new byte[8])] = -4 },
        Lazy = new Lazy<long>(5L),
        Secret = Secret.Of("kept"),
        Tree = new Tree { Value = 1, Branches = [new Tree { Value = 2 }, new Tree { Value = 3, Branches = [new Tree { Value = 4 }] }] },
    };

    /// <summary>All of it, so that equal texts are equal data.</summary>
    public override string ToString() => string.Join("; ", [
        Half.ToString(CultureInfo.InvariantCulture), Wide.ToString(CultureInfo.InvariantCulture), Big.ToString(CultureInfo.InvariantCulture), $"{Complex.Real} {Complex.Imaginary}", Rune.ToString(),
        string.Join("", Bits!.Cast<bool>()), Version!.ToString(), Day.ToString("O", CultureInfo.InvariantCulture), string.Join(",", Frozen!.OrderBy(static pair => pair.Key)), string.Join(",", Sorted!),
        string.Join(",", Lookup!.OrderBy(static group => group.Key).Select(static group => $"{group.Key}:{string.Join("+", group)}")), string.Join(",", Links!), string.Join(",", Concurrent!),
        $"{Lazy!.Value}", Secret!.Value, Tree!.ToString()]);
}

/// <summary>Only a private setter takes the value.</summary>
[MessagePackObject]
public sealed class Secret
{
    [Key(0)]
    public string Value { get; private set; } = "";

    public static Secret Of(string value) => new() { Value = value };
}

/// <summary>Contains itself.</summary>
[MessagePackObject]
public sealed class Tree
{
    [Key(0)]
    public int Value { get; set; }

    [Key(1)]
    public List<Tree> Branches { get; set; } = [];

    public override string ToString() => $"{Value}({string.Join(" ", Branches)})";
}
