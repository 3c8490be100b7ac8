namespace RpcWss.Connections;

/// <summary>
/// How many drainers a <see cref="WorkQueue"/> has, and how many of those are stuck: within one item for so long that no other is to wait for them. Guarded by the
/// queue's lock, but for <see cref="Marks"/>.
/// </summary>
internal struct Drainers
{
    private int _begun;
    private int _stuck;

    /// <summary>All that will look at the queue once more, begun or about to.</summary>
    public int Count { get; private set; }

    /// <summary>Whether one of them will soon.</summary>
    public readonly bool AreFree => Count > _stuck;

    /// <summary>How often those that had begun were found stuck: a drainer that finds another number than the one it began with was among them. May be read at any time.</summary>
    public int Marks;

    /// <summary>Counts one that is about to begin.</summary>
    public void Add() => Count++;

    /// <summary>One begins; what it returns is for the other methods.</summary>
    public int Begin()
    {
        _begun++;
        return Marks;
    }

    /// <summary>One is back from its item.</summary>
    public int Return(int marks)
    {
        _stuck -= marks != Marks ? 1 : 0;
        return Marks;
    }

    /// <summary>One pauses: it will begin again.</summary>
    public void Pause(int marks)
    {
        Return(marks);
        _begun--;
    }

    /// <summary>One is done.</summary>
    public void Remove(int marks)
    {
        Pause(marks);
        Count--;
    }

    /// <summary>None of those that have begun has taken anything for a while.</summary>
    public void Mark()
    {
        if (_begun > _stuck)
        {
            _stuck = _begun;
            Marks++;
        }
    }
}
