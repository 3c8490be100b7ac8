//// RPCWSS036 a private setter
[MessagePackObject(keyAsPropertyName: true)]
public class Order
{
    public int Id { get; private set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// becomes
[MessagePackObject(keyAsPropertyName: true)]
public class Order
{
    public int Id { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS036 no setter
[MessagePackObject]
public class Order
{
    [Key(0)]
    public int Id { get; } = 3; // as a rule
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
    public int Id { get; init; } = 3; // as a rule
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS036 no setter, in several lines
[MessagePackObject]
public class Order
{
    [Key(0)]
    public int Id
    {
        get;
    }
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
    public int Id
    {
        get;
        init;
    }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS036 a field that is only read
[MessagePackObject]
public class Order
{
    // Its number.
    [Key(0)]
    public readonly int Id;
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
    // Its number.
    [Key(0)]
    public int Id;
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS036 a key on a private member
[MessagePackObject]
public class Order
{
    [Key(0)]
    internal int Id { get; set; }
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
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS036 a private member that loses its key [LeaveOut]
[MessagePackObject]
public class Order
{
    [Key(0)]
    private int _id;

    public int Id() => _id++;
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
    private int _id;

    public int Id() => _id++;
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS036 a member that is left out [LeaveOut]
[MessagePackObject]
public class Order
{
    // For this side.
    [Key(0)]
    public int Id { get; }
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
    // For this side.
    [IgnoreMember]
    public int Id { get; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
