using System.Collections;

namespace RpcWss.Connections;

/// <summary>
/// Calls that wait to be sent, in the order of their arrival, linked through themselves so that one can leave from anywhere. Guarded by the
/// connection's gate. The call that an enumeration is at may be removed, and nothing else.
/// </summary>
internal sealed class WaitingCalls : IEnumerable<PendingCall>
{
    private PendingCall? _last;

    public PendingCall? First { get; private set; }

    public void Add(PendingCall call) => Insert(call, _last, null);

    public void Remove(PendingCall call)
    {
        Link(call.Previous, call.Next);
        call.Previous = call.Next = null;
    }

    public IEnumerator<PendingCall> GetEnumerator()
    {
        for (PendingCall? call = First; call is not null;)
        {
            PendingCall current = call;
            call = call.Next;
            yield return current;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Insert(PendingCall call, PendingCall? previous, PendingCall? next)
    {
        Link(previous, call);
        Link(call, next);
    }

    private void Link(PendingCall? left, PendingCall? right)
    {
        if (left is null)
        {
            First = right;
        }
        else
        {
            left.Next = right;
        }

        if (right is null)
        {
            _last = left;
        }
        else
        {
            right.Previous = left;
        }
    }
}
