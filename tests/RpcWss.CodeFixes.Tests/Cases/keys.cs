//// RPCWSS033 a number twice
[MessagePackObject]
public class Order
{
    [Key(0)]
    public int Id { get; set; }

    [Key(0)] // by mistake
    public string? Note { get; set; }

    [Key(7)]
    public string? Text { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// becomes
[MessagePackObject]
public class Order
{
    [Key(0)]
    public int Id { get; set; }

    [Key(8)] // by mistake
    public string? Note { get; set; }

    [Key(7)]
    public string? Text { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS033 a number that a base has
[MessagePackObject]
public class Thing
{
    [Key(0)]
    public int Id { get; set; }
}

[MessagePackObject]
public class Order : Thing
{
    [Key(0)]
    public string? Note { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// becomes
[MessagePackObject]
public class Thing
{
    [Key(1)]
    public int Id { get; set; }
}

[MessagePackObject]
public class Order : Thing
{
    [Key(0)]
    public string? Note { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS033 a huge number
[MessagePackObject]
public record Order([property: Key(0)] int Id, [property: Key(2000)] string? Note);

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// becomes
[MessagePackObject]
public record Order([property: Key(0)] int Id, [property: Key(1)] string? Note);

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS033 a number beside names
[MessagePackObject]
public class Order
{
    [Key("id")]
    public int Id { get; set; }

    [Key(1)]
    public string? Note { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// becomes
[MessagePackObject]
public class Order
{
    [Key("id")]
    public int Id { get; set; }

    [Key("Note")]
    public string? Note { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS033 a number of two cases
[Union(0, typeof(Cash))]
[Union(0, typeof(Card))]
public interface IPayment
{
}

[MessagePackObject]
public class Cash : IPayment
{
}

[MessagePackObject]
public class Card : IPayment
{
}

[RpcContract]
public partial interface IOrders
{
    ValueTask PayAsync(IPayment payment);
}
//// becomes
[Union(0, typeof(Cash))]
[Union(1, typeof(Card))]
public interface IPayment
{
}

[MessagePackObject]
public class Cash : IPayment
{
}

[MessagePackObject]
public class Card : IPayment
{
}

[RpcContract]
public partial interface IOrders
{
    ValueTask PayAsync(IPayment payment);
}
//// RPCWSS033 a case with two numbers
[Union(0, typeof(Cash))]
[Union(1, typeof(Cash))]
public interface IPayment
{
}

[MessagePackObject]
public class Cash : IPayment
{
}

[RpcContract]
public partial interface IOrders
{
    ValueTask PayAsync(IPayment payment);
}
//// becomes
[Union(0, typeof(Cash))]
public interface IPayment
{
}

[MessagePackObject]
public class Cash : IPayment
{
}

[RpcContract]
public partial interface IOrders
{
    ValueTask PayAsync(IPayment payment);
}
