//// RPCWSS031 a class of every kind of member
/// <summary>An order.</summary>
public sealed class Order
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    public string? Note;

    public bool IsNoted => Note is not null;

    public bool IsNew
    {
        get { return Id == 0; }
    }

    [IgnoreMember]
    public object? Tag { get; set; }

    public const int Largest = 9;

    public static int Count { get; set; }

    public required DateTime At { get; init; }

    private int _reads;

    public int Read() => _reads++;
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<List<Order?>> GetAsync(int id);
}
//// becomes
/// <summary>An order.</summary>
[MessagePackObject]
public sealed class Order
{
    /// <summary>Its number.</summary>
    [Key(0)]
    public int Id { get; set; }

    [Key(1)]
    public string? Note;

    [IgnoreMember]
    public bool IsNoted => Note is not null;

    [IgnoreMember]
    public bool IsNew
    {
        get { return Id == 0; }
    }

    [IgnoreMember]
    public object? Tag { get; set; }

    public const int Largest = 9;

    public static int Count { get; set; }

    [Key(2)]
    public required DateTime At { get; init; }

    private int _reads;

    public int Read() => _reads++;
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<List<Order?>> GetAsync(int id);
}
//// RPCWSS031 a record
public record Order(int Id, string? Note = null);

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(Order like);
}
//// becomes
[MessagePackObject]
public record Order([property: Key(0)] int Id, [property: Key(1)] string? Note = null);

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(Order like);
}
//// RPCWSS031 a class and its base
public class Thing
{
    public int Id { get; set; }
}

public class Order : Thing
{
    public string? Note { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    IAsyncEnumerable<Order> GetAsync(int id);
}
//// becomes
[MessagePackObject]
public class Thing
{
    [Key(0)]
    public int Id { get; set; }
}

[MessagePackObject]
public class Order : Thing
{
    [Key(1)]
    public string? Note { get; set; }
}

[RpcContract]
public partial interface IOrders
{
    IAsyncEnumerable<Order> GetAsync(int id);
}
//// RPCWSS031 a generic struct
public struct Pair<T>
{
    public T? First;
    public T? Second;
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Pair<int>> GetAsync(Pair<string> like);
}
//// becomes
[MessagePackObject]
public struct Pair<T>
{
    [Key(0)]
    public T? First;
    [Key(1)]
    public T? Second;
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Pair<int>> GetAsync(Pair<string> like);
}
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
//// RPCWSS036 a private setter
[MessagePackObject]
public class Order
{
    [Key(0)]
    public int Id { get; private set; }
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
    public int Id { get; private set; }
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
    public int Id { get; private set; }
}

[RpcContract]
public partial interface IOrders
{
    ValueTask<Order> GetAsync(int id);
}
//// RPCWSS037 a protected class around an enum
public partial class Shop
{
    protected class Kinds
    {
        public enum Kind
        {
            Small,
        }
    }

    [RpcContract]
    protected internal partial interface IOrders
    {
        ValueTask<int> CountAsync(int id);
    }

    [RpcContract]
    protected partial interface IOthers
    {
        ValueTask<int> CountAsync(List<Kinds.Kind> kinds);
    }
}
//// becomes
public partial class Shop
{
    protected internal class Kinds
    {
        public enum Kind
        {
            Small,
        }
    }

    [RpcContract]
    protected internal partial interface IOrders
    {
        ValueTask<int> CountAsync(int id);
    }

    [RpcContract]
    protected partial interface IOthers
    {
        ValueTask<int> CountAsync(List<Kinds.Kind> kinds);
    }
}
