using RpcWss.Connections;

namespace RpcWss.Tests.Connections;

public sealed class WorkItemsTests
{
    private readonly Lock _gate = new();
    private readonly WorkItems _items;

    public WorkItemsTests() => _items = new WorkItems(_gate);

    [Fact]
    public void What_is_gathered_cannot_be_taken_before_it_is_enqueued()
    {
        Gather(1, 2);
        Assert.True(_items.IsEmpty);
        Assert.False(_items.TryDequeue(out _));

        _items.EnqueueGathered();

        Assert.Equal(2, _items.Count);
        Assert.Equal([1, 2], Take());
    }

    [Fact]
    public void An_item_that_is_enqueued_comes_behind_what_was_gathered()
    {
        Gather(1, 2);
        Enqueue(3);

        Assert.Equal([1, 2, 3], Take());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void More_than_there_is_room_for_stays_in_order(int before)
    {
        Enqueue([.. Enumerable.Range(0, before)]);
        Take();
        for (int round = 0; round < 4; round++)
        {
            Enqueue([.. Enumerable.Range(0, 100)]);
            Assert.True(_items.TryDequeue(out IWorkItem? first));
            Assert.Equal(0, ((Item)first).Number);
            Enqueue(100, 101);
            Assert.Equal(Enumerable.Range(1, 101), Take());
        }
    }

    [Fact]
    public void It_rests_when_nothing_is_there_and_refers_to_nothing_then()
    {
        Gather(1);
        Assert.False(Rest());
        _items.EnqueueGathered();
        Assert.False(Rest());
        Take();
        List<WeakReference> items = EnqueueForgotten();
        Take();

        Assert.True(Rest());

        GC.Collect();
        Assert.DoesNotContain(items, item => item.IsAlive);
        Enqueue(3);
        Assert.Equal([3], Take());
    }

    // Would break: an item that is taken twice or by nobody, or out of order, when several take at once while others are added and the ring grows.
    [Fact]
    public async Task Each_item_is_taken_once_and_in_order_by_whoever_takes_it()
    {
        const int Count = 200_000;
        int[] taken = new int[Count];
        bool isOver = false;
        Task[] takers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(TakeAll, TestContext.Current.CancellationToken))];

        var random = new Random(1);
        for (int number = 0; number < Count;)
        {
            int[] some = [.. Enumerable.Range(number, Math.Min(random.Next(1, 60), Count - number))];
            Gather(some);
            _items.EnqueueGathered();
            number += some.Length;
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(takers);

        Assert.All(taken, times => Assert.Equal(1, times));

        void TakeAll()
        {
            int last = -1;
            while (true)
            {
                bool wasOver = Volatile.Read(ref isOver);
                if (_items.TryDequeue(out IWorkItem? item))
                {
                    int number = ((Item)item).Number;
                    Assert.True(number > last, $"{number} came after {last}.");
                    last = number;
                    Interlocked.Increment(ref taken[number]);
                }
                else if (wasOver)
                {
                    return;
                }
            }
        }
    }

    private List<WeakReference> EnqueueForgotten()
    {
        List<WeakReference> references = [];
        for (int number = 0; number < 20; number++)
        {
            var item = new Item(number);
            references.Add(new WeakReference(item));
            lock (_gate)
            {
                _items.Enqueue(item);
            }
        }

        return references;
    }

    private void Gather(params int[] numbers)
    {
        lock (_gate)
        {
            foreach (int number in numbers)
            {
                _items.Gather(new Item(number));
            }
        }
    }

    private void Enqueue(params int[] numbers)
    {
        lock (_gate)
        {
            foreach (int number in numbers)
            {
                _items.Enqueue(new Item(number));
            }
        }
    }

    private List<int> Take()
    {
        List<int> numbers = [];
        while (_items.TryDequeue(out IWorkItem? item))
        {
            numbers.Add(((Item)item).Number);
        }

        return numbers;
    }

    private bool Rest()
    {
        lock (_gate)
        {
            return _items.TryRest();
        }
    }

    private sealed class Item(int number) : IWorkItem
    {
        public int Number => number;

        public void Execute()
        {
        }
    }
}
