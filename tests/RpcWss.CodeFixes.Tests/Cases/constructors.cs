//// RPCWSS034 no constructor that fits
[MessagePackObject]
public class Order
{
    public Order(Guid session)
    {
        Session = session;
    }

    [IgnoreMember]
    public Guid Session { get; }

    [Key(0)]
    public int Id { get; }

    [Key(1)]
    public string? note;
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
    public Order(Guid session)
    {
        Session = session;
    }

    public Order(int id, string? note)
    {
        Id = id;
        this.note = note;
    }

    [IgnoreMember]
    public Guid Session { get; }

    [Key(0)]
    public int Id { get; }

    [Key(1)]
    public string? note;
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS034 a private constructor that would fit
[MessagePackObject]
public class Order
{
    private Order(int id) => Id = id;

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
    public Order(int id) => Id = id;

    [Key(0)]
    public int Id { get; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS034 a constructor that was chosen and does not fit
[MessagePackObject]
public class Order
{
    public Order()
    {
    }

    // Of a session.
    [SerializationConstructor]
    public Order(Guid session)
    {
    }

    [Key(0)]
    public int Id { get; set; }
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
    public Order()
    {
    }

    // Of a session.
    public Order(Guid session)
    {
    }

    [Key(0)]
    public int Id { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
