//// RPCWSS032 a property
[MessagePackObject]
public class Order
{
    [Key(3)]
    public int Id { get; set; }

    /// <summary>What else there is.</summary>
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
    [Key(3)]
    public int Id { get; set; }

    /// <summary>What else there is.</summary>
    [Key(4)]
    public string? Note { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS032 a property that is not sent [Ignore]
[MessagePackObject]
public class Order
{
    [Key(0)]
    public int Id { get; set; }

    // Of the list on the screen.
    public bool IsSelected { get; set; }
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

    // Of the list on the screen.
    [IgnoreMember]
    public bool IsSelected { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS032 a parameter of a record
[MessagePackObject]
public record Order([property: Key(0)] int Id, string? Note);

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
//// RPCWSS032 a member beside others that have names as keys
[MessagePackObject]
public class Order
{
    [Key("id")]
    public int Id { get; set; }

    public string? Note;
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
    public string? Note;
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
