namespace RpcWss.Contracts.Tests;

[RpcContract]
public partial interface IShapes
{
    Task<int> A(int left, List<string>? right);

    ValueTask<int> B(int other, string[] names);

    Task<int> C(int left, List<int> right);

    Task<long> D(int left, List<string> right);

    Task E(int left, List<string> right);

    [RpcMethod(OneWay = true)]
    Task F(int left, List<string> right);

    Task<ShapeOne> G();

    Task<ShapeTwo> H();

    Task<ShapeThree> I();

    Task<int> J(int? left, List<string> right);
}

[MessagePackObject]
public record ShapeOne([property: Key(0)] int Id, [property: Key(1)] ShapeOne? Next);

[MessagePackObject]
public class ShapeTwo
{
    [Key(1)]
    public ShapeTwo? Child { get; set; }

    [Key(0)]
    public int Number { get; set; }
}

[MessagePackObject]
public class ShapeThree
{
    [Key(0)]
    public int Number { get; set; }

    [Key(2)]
    public ShapeThree? Child { get; set; }
}

/// <summary>What a contract says about itself, and when two ends agree on the shape of a method.</summary>
public sealed class DescriptorTests
{
    private static readonly RpcContractDescriptor _shapes = Descriptor<IShapes>();

    [Fact]
    public void A_contract_is_named_and_lists_its_methods_at_their_ordinals()
    {
        var arguments = Descriptor<IArguments>();

        Assert.Equal(("tests.arguments", true), (arguments.Name, arguments.Ordered));
        Assert.Equal(("RpcWss.Contracts.Tests.IShapes", false), (_shapes.Name, _shapes.Ordered));
        Assert.All(Enumerable.Range(0, arguments.Methods.Count), ordinal => Assert.Equal(ordinal, arguments.Methods[ordinal].Ordinal));
        Assert.Equal(["left", "right"], arguments.Methods.Single(method => method.Name == "AddAsync").ParameterNames);
    }

    [Fact]
    public void A_descriptor_is_made_once()
    {
        Assert.Same(Descriptor<IShapes>(), _shapes);
    }

    [Fact]
    public void What_is_not_sent_does_not_change_the_signature_hash()
    {
        Assert.Equal(Hash("A"), Hash("B"));
        Assert.Equal(Hash("G"), Hash("H"));
    }

    [Fact]
    public void What_is_sent_changes_the_signature_hash()
    {
        string[] different = ["A", "C", "D", "E", "F", "G", "I", "J"];

        Assert.Equal(different.Length, different.Select(Hash).Distinct().Count());
        Assert.DoesNotContain(0UL, different.Select(Hash));
    }

    [Fact]
    public void The_signature_hash_is_the_one_that_other_implementations_compute()
    {
        Assert.Equal(Fnv("(int32,[string])int32"), Hash("A"));
        Assert.Equal(Fnv("(int32,[string])void"), Hash("E"));
        Assert.Equal(Fnv("(int32,[string])oneway"), Hash("F"));
        Assert.Equal(Fnv("()#0<0:int32,1:#0>"), Hash("G"));
        Assert.Equal(Fnv("(int32?,[string])int32"), Hash("J"));
    }

    private static ulong Hash(string method) => _shapes.Methods.Single(candidate => candidate.Name == method).SignatureHash;

    private static ulong Fnv(string text) =>
        System.Text.Encoding.UTF8.GetBytes(text).Aggregate(0xCBF29CE484222325, static (hash, b) => unchecked((hash ^ b) * 0x100000001B3));

    private static RpcContractDescriptor Descriptor<T>()
        where T : class, IRpcContract<T> => T.__RpcDescriptor;
}
