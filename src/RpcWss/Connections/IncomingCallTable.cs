namespace RpcWss.Connections;

/// <summary>
/// The calls of the peer that have not ended, by their ids, which are the peer's choice: chained through the calls themselves, so that one takes eight bytes here. Guarded
/// by the connection's gate.
/// </summary>
internal sealed class IncomingCallTable
{
    // Few, since most connections rest most of the time.
    private const int FirstBuckets = 8;

    // Ids mostly rise by two, so neighbours stay neighbours; blocks of a thousand are scattered by a secret, so that no peer can choose ids that all fall into one bucket.
    private const int BlockBits = 10;

    private readonly ulong _secret = (ulong)Random.Shared.NextInt64() | 1;
    private IncomingCall?[] _buckets = new IncomingCall?[FirstBuckets];

    public int Count { get; private set; }

    public void Add(IncomingCall call)
    {
        if (Count == _buckets.Length)
        {
            Grow();
        }

        Insert(call);
        Count++;
    }

    public IncomingCall? Find(ulong id)
    {
        IncomingCall? call = _buckets[IndexOf(id)];
        while (call is not null && call.Id != id)
        {
            call = call.NextInBucket;
        }

        return call;
    }

    /// <summary>Takes a call out that is in.</summary>
    public void Remove(IncomingCall call)
    {
        ref IncomingCall? bucket = ref _buckets[IndexOf(call.Id)];
        if (bucket == call)
        {
            bucket = call.NextInBucket;
        }
        else
        {
            IncomingCall before = bucket!;
            while (before.NextInBucket != call)
            {
                before = before.NextInBucket!;
            }

            before.NextInBucket = call.NextInBucket;
        }

        call.NextInBucket = null;
        Count--;
    }

    public List<IncomingCall> ToList()
    {
        var calls = new List<IncomingCall>(Count);
        foreach (IncomingCall? first in _buckets)
        {
            for (IncomingCall? call = first; call is not null; call = call.NextInBucket)
            {
                calls.Add(call);
            }
        }

        return calls;
    }

    private int IndexOf(ulong id)
    {
        ulong number = id >> 1;
        return (int)((number ^ (((number >> BlockBits) * _secret) >> 32)) & (ulong)(_buckets.Length - 1));
    }

    private void Insert(IncomingCall call)
    {
        ref IncomingCall? bucket = ref _buckets[IndexOf(call.Id)];
        call.NextInBucket = bucket;
        bucket = call;
    }

    private void Grow()
    {
        List<IncomingCall> calls = ToList();
        _buckets = new IncomingCall?[_buckets.Length * 2];
        calls.ForEach(Insert);
    }
}
