using RpcWss.Connections;

namespace RpcWss.Tests.Connections;

public sealed class DrainersTests
{
    private Drainers _drainers;

    [Fact]
    public void A_drainer_that_was_started_is_waited_for_until_it_is_found_stuck()
    {
        _drainers.Add();
        Assert.True(_drainers.AreFree);
        _drainers.Begin();
        Assert.True(_drainers.AreFree);

        _drainers.Mark();

        Assert.False(_drainers.AreFree);
        Assert.Equal(1, _drainers.Count);
    }

    [Fact]
    public void One_that_has_not_begun_is_not_found_stuck()
    {
        _drainers.Add();
        _drainers.Mark();

        Assert.True(_drainers.AreFree);
    }

    [Fact]
    public void One_that_was_stuck_counts_again_when_it_is_back()
    {
        _drainers.Add();
        int marks = _drainers.Begin();
        _drainers.Mark();

        Assert.NotEqual(marks, _drainers.Marks);
        marks = _drainers.Return(marks);

        Assert.True(_drainers.AreFree);
        _drainers.Remove(marks);
        Assert.False(_drainers.AreFree);
        Assert.Equal(0, _drainers.Count);
    }

    [Fact]
    public void Those_that_begin_later_are_not_taken_for_stuck()
    {
        _drainers.Add();
        int stuck = _drainers.Begin();
        _drainers.Mark();
        _drainers.Add();
        int free = _drainers.Begin();
        Assert.True(_drainers.AreFree);

        _drainers.Remove(free);
        Assert.False(_drainers.AreFree);
        _drainers.Remove(stuck);
        _drainers.Add();
        Assert.True(_drainers.AreFree);
        Assert.Equal(1, _drainers.Count);
    }

    [Fact]
    public void However_drainers_come_and_go_none_is_forgotten_or_counted_twice()
    {
        var random = new Random(7);
        var begun = new List<int>();
        int added = 0;
        for (int step = 0; step < 100_000; step++)
        {
            int which = begun.Count == 0 ? -1 : random.Next(begun.Count);
            switch (random.Next(7))
            {
                case 0:
                    _drainers.Add();
                    added++;
                    break;
                case 1 when added > 0:
                    begun.Add(_drainers.Begin());
                    added--;
                    break;
                case 2 when which >= 0:
                    begun[which] = _drainers.Return(begun[which]);
                    break;
                case 3 when which >= 0:
                    _drainers.Pause(begun[which]);
                    begun.RemoveAt(which);
                    added++;
                    break;
                case 4 when which >= 0:
                    _drainers.Remove(begun[which]);
                    begun.RemoveAt(which);
                    break;
                case 5:
                    _drainers.Mark();
                    break;
            }

            Assert.Equal(added + begun.Count, _drainers.Count);
            Assert.Equal(added > 0 || begun.Contains(_drainers.Marks), _drainers.AreFree);
        }
    }
}
