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
