using RpcWss.CodeFixes.Tests.Harness;

namespace RpcWss.CodeFixes.Tests;

/// <summary>Where several members need a key, none of them gets that of another.</summary>
public sealed class KeysFixAllTests
{
    [Fact]
    public async Task Members_of_one_type_get_numbers_from_top_to_bottom() => await Everywhere.InOneFileAsync(
        "RPCWSS032", null,
        """
        [MessagePackObject]
        public record Order([property: Key(2)] int Id, string A, string B)
        {
            public int C { get; init; }

            public int D;
        }

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask<Order> GetAsync(int id);
        }
        """,
        """
        [MessagePackObject]
        public record Order([property: Key(2)] int Id, [property: Key(3)] string A, [property: Key(4)] string B)
        {
            [Key(5)]
            public int C { get; init; }

            [Key(6)]
            public int D;
        }

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask<Order> GetAsync(int id);
        }
        """);

    [Fact]
    public async Task Types_of_one_hierarchy_share_their_numbers() => await Everywhere.InOneFileAsync(
        "RPCWSS032", null,
        """
        [MessagePackObject]
        public class Thing { public int A { get; set; } }

        [MessagePackObject]
        public class Order : Thing { public int B { get; set; } }

        [MessagePackObject]
        public class Offer : Thing { public int C { get; set; } }

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask PutAsync(Order order, Offer offer);
        }
        """,
        """
        [MessagePackObject]
        public class Thing { [Key(0)] public int A { get; set; } }

        [MessagePackObject]
        public class Order : Thing { [Key(1)] public int B { get; set; } }

        [MessagePackObject]
        public class Offer : Thing { [Key(2)] public int C { get; set; } }

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask PutAsync(Order order, Offer offer);
        }
        """);

    [Fact]
    public async Task A_base_of_two_types_is_marked_once() => await Everywhere.InOneFileAsync(
        "RPCWSS031", null,
        """
        public class Thing { public int A { get; set; } }
        public class Order : Thing { public int B { get; set; } }
        public class Offer : Thing { public int C { get; set; } }

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask PutAsync(Order order, Offer offer);
            ValueTask DropAsync(Offer offer, Order order);
        }
        """,
        """
        [MessagePackObject]
        public class Thing { [Key(0)] public int A { get; set; } }

        [MessagePackObject]
        public class Order : Thing { [Key(1)] public int B { get; set; } }

        [MessagePackObject]
        public class Offer : Thing { [Key(2)] public int C { get; set; } }

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask PutAsync(Order order, Offer offer);
            ValueTask DropAsync(Offer offer, Order order);
        }
        """);
}
