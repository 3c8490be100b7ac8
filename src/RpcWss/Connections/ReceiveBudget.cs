namespace RpcWss.Connections;

/// <summary>
/// One part of the memory for large payloads on their way in. A payload gets all that it announced or waits, first come first served: half-received
/// payloads can never hold each other up. Requests and responses have parts of their own, so that a handler which holds its request can always receive
/// the response of a call that it makes. Guarded by the connection's gate. See <c>docs/protocol.md#receive-budget</c>.
/// </summary>
internal sealed class ReceiveBudget(long size)
{
    private Queue<BudgetReservation>? _waiting;     // made by the first that asks
    private readonly long _size = size;
    private long _free = size;

    /// <summary>How many bytes are set aside.</summary>
    public long Reserved => _size - _free;

    /// <summary>How many payloads wait for their grant.</summary>
    public int Waiting => _waiting?.Count(reservation => !reservation.IsReleased) ?? 0;

    public void Reserve(BudgetReservation reservation)
    {
        (_waiting ??= new()).Enqueue(reservation);
        GrantWaiting();
    }

    /// <summary>Gives a reservation back, granted or not. May be called more than once.</summary>
    public void Release(BudgetReservation? reservation)
    {
        if (reservation is null || reservation.IsReleased)
        {
            return;
        }

        reservation.IsReleased = true;
        _free += reservation.IsGranted ? reservation.Length : 0;
        reservation.Owner.Released();
        GrantWaiting();
    }

    private void GrantWaiting()
    {
        while (_waiting is not null && _waiting.TryPeek(out BudgetReservation? first))
        {
            if (!first.IsReleased)
            {
                if (first.Length > _free)
                {
                    return;
                }

                _free -= first.Length;
                first.IsGranted = true;
                first.Owner.Admitted();
            }

            _waiting.Dequeue();
        }
    }
}
